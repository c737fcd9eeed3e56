// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension OpenPayDesk {
    /// A day, in milliseconds.
    static let dayLength: Int64 = 86_400_000

    /// Answers `GET /statements/{yyyy-MM-dd}` for a day that begins at a time.
    func answerStatement(of start: Int64, for merchant: Merchant, _ answering: SignedAnswer) throws -> Delivery {
        let day = start..<start + Self.dayLength
        let scripts = try books.statementScripts(of: merchant.id, in: day)
        let ready = day.upperBound + bank.statementDelay + (scripts.compactMap(\.script[.statementLate]).max() ?? 0)
        guard now >= ready else {
            var problem = Problem(
                .notFound, "the statement of \(RFC3339.text(start).prefix(10)) is ready at \(RFC3339.text(ready))")
            problem.retryAfter = ready - now
            return .answer(answering.problem(problem))
        }
        var text = StatementText()
        try books.forEachEntry(of: merchant.id, in: day) { text.add($0) }
        let message = answering.text(StatementText.type, text.bytes)
        for (orderNo, script) in scripts {
            guard let times = script[.statementCut] else { continue }
            let word = ScriptWord.statementCut.rawValue
            if try books.strike(word, orderNo: orderNo, of: merchant.id, atMost: times) {
                return .answer((message.0, text.cut))
            }
        }
        return .answer(message)
    }
}
