// SPDX-License-Identifier: Apache-2.0

/// One way in which a sale can go, under a name: what the acquirer does, and what a till has to make of it.
///
/// The names hold a "-", the words of ``ScriptWord`` none, so that a text is one or the other.
package struct SaleOutcome: Sendable, Hashable {
    /// What a till has to say of the sale in the end.
    package enum End: String, Sendable, Hashable {
        case paid
        case notPaid = "not_paid"
        /// A person has to look.
        case needsPerson = "needs_person"
    }

    /// What the acquirer holds of the sale's money in the end.
    package enum Kept: String, Sendable, Hashable {
        case all
        case nothing
        /// One minor unit less than was asked for.
        case allButOne = "all_but_one"
    }

    /// What becomes of a refund that is asked for after the sale.
    package enum RefundEnd: String, Sendable, Hashable {
        case done
        case refused
    }

    /// What comparing the statement of the day brings.
    package enum StatementEnd: String, Sendable, Hashable {
        case agrees
        case differs
    }

    /// The amount in minor units that chooses it, whatever the currency: 90001 and beyond.
    package private(set) var amount: Int64 = 0
    /// "late-money".
    package let name: String
    /// The script that makes it: "never+paid_after_close:5".
    package let words: String
    /// What the acquirer does, in a sentence.
    package let summary: String
    /// What the create brings: "201", "422 velocity", "no answer", "half an answer", or a status with what is wrong with it.
    package let create: String
    /// What a till has to say in the end.
    package let end: End
    /// What the acquirer holds in the end.
    package let kept: Kept
    /// The words that a till gives for what it sends back by itself: "late", "surplus".
    package let refunds: [String]
    /// What becomes of a refund that is asked for after the sale.
    package let refund: RefundEnd
    /// What comparing the statement of the day brings.
    package let statement: StatementEnd

    /// Puts a row of the table together.
    init(
        _ name: String, _ words: String, _ summary: String, create: String = "201", _ end: End = .paid,
        kept: Kept? = nil, refunds: [String] = [], refund: RefundEnd = .done, statement: StatementEnd = .agrees
    ) {
        self.name = name
        self.words = words
        self.summary = summary
        self.create = create
        self.end = end
        self.kept = kept ?? (end == .paid ? .all : .nothing)
        self.refunds = refunds
        self.refund = refund
        self.statement = statement
    }

    /// The outcome of that name.
    package init?(named name: String) {
        guard let outcome = Self.all.first(where: { $0.name == name }) else { return nil }
        self = outcome
    }

    /// The outcome that an amount in minor units chooses.
    package init?(amount: Int64) {
        guard Self.amounts.contains(amount), let outcome = Self.all.first(where: { $0.amount == amount }) else {
            return nil
        }
        self = outcome
    }

    /// The amounts that are kept for outcomes, in minor units.
    package static let amounts: ClosedRange<Int64> = 90_001...90_099

    /// Every outcome, in the order of their amounts. Amounts stay: new rows go to the end of their group.
    package static let all: [SaleOutcome] =
        numbered(payers, from: 90_001) + numbered(creates, from: 90_011) + numbered(answers, from: 90_021)
        + numbered(notifies, from: 90_041) + numbered(money, from: 90_051) + numbered(closes, from: 90_061)
        + numbered(refundings, from: 90_071) + numbered(statements, from: 90_081)

    private static func numbered(_ rows: [SaleOutcome], from first: Int64) -> [SaleOutcome] {
        zip(first..., rows).map { amount, row in
            var outcome = row
            outcome.amount = amount
            return outcome
        }
    }
}

extension SaleOutcome {
    /// What is wrong with a name that no outcome has, and what to write.
    package static func unknown(_ name: String) -> String {
        let meant = NearestName.of(name, among: all.map(\.name)).map { "did you mean \($0)? " } ?? ""
        return "\"\(name.prefix(64))\" is no outcome: \(meant)\"till-sandbox outcomes\" lists them"
    }
}
