// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer

/// An outcome as people and programs read it.
struct ShownOutcome: Encodable {
    /// What a till has to come to.
    struct Till: Encodable {
        let status: String
        let money_kept: String
        let refunds_by_itself: [String]
        let refund_asked_for: String
        let statement: String
    }

    let name: String
    /// Minor units.
    let amount: Int64
    let script: String
    let summary: String
    let create_answered: String
    let till: Till

    /// Takes a row of the table.
    init(_ outcome: SaleOutcome) {
        name = outcome.name
        amount = outcome.amount
        script = outcome.words
        summary = outcome.summary
        create_answered = outcome.create
        till = Till(
            status: outcome.end.rawValue, money_kept: outcome.kept.rawValue, refunds_by_itself: outcome.refunds,
            refund_asked_for: outcome.refund.rawValue, statement: outcome.statement.rawValue)
    }

    /// One line about it, in columns.
    var line: String {
        let columns = [name, end].map { $0 + String(repeating: " ", count: max(2, 28 - $0.count)) }
        return "\(Self.decimal(amount))  \(columns.joined())\(summary)"
    }

    /// Several lines about it.
    var text: String {
        """
        name      \(name)
        amount    \(Self.decimal(amount)), which is \(amount) minor units
        script    \(script)
        does      \(summary)
        create    is answered: \(create_answered)
        sale      ends \(till.status), the acquirer holds \(till.money_kept.replacing("_", with: " "))
        goes back \(till.refunds_by_itself.isEmpty ? "nothing by itself" : till.refunds_by_itself.joined(separator: ", "))
        refund    is \(till.refund_asked_for) when it is asked for
        statement \(till.statement)
        """
    }

    /// The end in a few words: "not_paid, late goes back".
    private var end: String {
        var words = [till.status] + till.refunds_by_itself.map { "\($0) goes back" }
        if till.refund_asked_for == "refused", till.status == "paid" { words.append("no refund") }
        if till.statement == "differs" { words.append("statement differs") }
        return words.joined(separator: ", ")
    }

    /// An amount with two decimals: "900.01".
    static func decimal(_ amount: Int64) -> String {
        let cents = amount % 100
        return "\(amount / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
