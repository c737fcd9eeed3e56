// SPDX-License-Identifier: Apache-2.0

import EscPos

/// A printer that answers in order: what is before a question has been taken when the answer comes,
/// and is on paper about a second later.
///
/// Answers do not say what they answer, so they are counted.
final class OrderedFence: PrintFence {
    private let line: PrinterLine
    private var asked = 0

    /// Questions that find out whether answers of an earlier program are still to come.
    private static let questionsInDoubt = 3

    /// Takes the conversation.
    init(line: PrinterLine) { self.line = line }

    func greet(isInDoubt: Bool) async throws(DeviceError) {
        line.forgetAnswers()
        asked = 0
        for _ in 0..<(isInDoubt ? Self.questionsInDoubt : 1) {
            guard try await isReached(within: line.limits.greeting) else { throw line.silent }
            // Questions stand right behind each other: what else comes now answers another program.
            if isInDoubt { _ = try await line.wait(within: line.limits.calm) { false } }
        }
        line.forgetAnswers()
        asked = 0
    }

    func confirm(within limit: Duration) async throws(DeviceError) -> PrintResult {
        if try await !isReached(within: limit) {
            guard try await line.answersAtAll() else { throw line.silent }
            // The first answer may have been lost: the next one comes after it in any case.
            asked -= 1
            guard try await isReached(within: limit) else { throw line.silent }
        }
        try await line.stayCalm()
        return .printed
    }

    private func isReached(within limit: Duration) async throws(DeviceError) -> Bool {
        asked += 1
        let wanted = asked
        try await line.push(EscPosQuery.orderedStatus, stall: line.limits.greeting)
        return try await line.wait(within: limit) { line.orderedAnswers >= wanted }
    }
}
