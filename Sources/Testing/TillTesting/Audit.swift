// SPDX-License-Identifier: Apache-2.0

package import TillCore
package import TillStore

/// Compares a terminal's books with the acquirer's and with themselves.
package struct Audit: Sendable {
    /// Everything that is wrong, in sentences; empty if nothing is.
    package private(set) var findings: [String] = []
    /// The journal that was checked last.
    package private(set) var journal: [JournalRow] = []

    package init() {}

    /// Checks every order: its money, its journal, its outbox, its slips.
    package mutating func check(
        _ ledger: Ledger, orders: [OrderID], held: (AttemptReference) throws -> Int64, atRest: Bool
    ) async throws {
        let owed = try await work(of: ledger)
        journal = try await ledger.journal(after: 0, limit: .max)
        let rows = Dictionary(grouping: journal, by: \.order)
        for id in orders {
            let order = try await ledger.order(id)
            let said = (rows[id] ?? []).map { (Occasion(at: $0.at, boot: $0.boot), $0.entry) }
            try check(order, journal: said, held: held, atRest: atRest)
            expect(owed[id, default: []] == Set(order.effects), id, "owes what it does not list")
        }
        _ = try await ledger.verifyChain(limit: .max)
    }

    /// Checks one order, which may have no ledger: its money, its slips, its journal.
    package mutating func check(
        _ order: Order, journal: [(Occasion, JournalEntry)], held: (AttemptReference) throws -> Int64, atRest: Bool
    ) throws {
        checkMoney(order)
        if atRest { try checkHeld(order, held) }
        checkSlips(order)
        try checkJournal(order, journal)
        if atRest { checkRest(order) }
    }

    private func work(of ledger: Ledger) async throws -> [OrderID: Set<Effect>] {
        var owed: [OrderID: Set<Effect>] = [:]
        for lane in Lane.allCases {
            for work in try await ledger.work(in: lane) {
                owed[work.order, default: []].insert(work.effect)
            }
        }
        return owed
    }

    /// At most one transaction is kept, and none gives back more than it brought.
    private mutating func checkMoney(_ order: Order) {
        let kept = order.transactions.filter { $0.fate == .kept }
        expect(kept.count <= 1, order.id, "keeps money twice")
        expect(order.state != .paid || kept.count == 1, order.id, "is paid without money")
        let mayKeepLate = order.state == .closed && order.lateMoney != .giveBack
        expect(
            order.state == .paid || mayKeepLate || kept.isEmpty, order.id,
            "keeps money for no sale")
        for transaction in order.transactions {
            let back = order.refunds.filter {
                $0.transaction == transaction.key && $0.state.reserves
            }
            .reduce(0) { $0 + $1.amount.minorUnits }
            expect(back <= transaction.amount.minorUnits, order.id, "gives back more than it got")
        }
    }

    /// The acquirer holds the money of every paid order, and of no other; but for what a person
    /// decided to leave there.
    private mutating func checkHeld(
        _ order: Order, _ held: (AttemptReference) throws -> Int64
    ) throws {
        var money: Int64 = 0
        for attempt in order.attempts { money += try held(attempt.reference) }
        var due: Int64 = 0
        for transaction in order.transactions {
            expect(
                transaction.fate != .returning, order.id, "has money that does not get home")
            guard transaction.fate == .kept || transaction.fate == .held else { continue }
            expect(
                transaction.fate == .kept
                    || order.holds.contains { $0.settlement?.decision == .leave },
                order.id, "holds money that nobody left")
            let back = order.refunds.filter {
                $0.state == .done && $0.transaction == transaction.key
            }
            due += transaction.amount.minorUnits
            due -= back.reduce(0) { $0 + $1.amount.minorUnits }
        }
        expect(money == due, order.id, "has \(money) at the acquirer, and should have \(due)")
    }

    private mutating func checkSlips(_ order: Order) {
        let originals = order.prints.count { $0.kind == .sale && !$0.mayBeDuplicate }
        expect(originals == (order.keptTransaction == nil ? 0 : 1), order.id, "has \(originals) originals")
    }

    /// The journal, replayed, gives the order as it is stored.
    private mutating func checkJournal(_ order: Order, _ journal: [(Occasion, JournalEntry)]) throws {
        var replayed: Order?
        for (occasion, entry) in journal {
            replayed = try entry.replayed(onto: replayed, on: occasion)
        }
        expect(replayed == order, order.id, "is not what its journal says")
    }

    /// Long after the last trouble nothing is open any more.
    private mutating func checkRest(_ order: Order) {
        expect(order.state == .paid || order.state == .closed, order.id, "is still \(order.state)")
        for attempt in order.attempts {
            expect(attempt.state.isFinal, order.id, "has an attempt that is \(attempt.state)")
        }
        for refund in order.refunds {
            expect(refund.state.isFinal, order.id, "has a refund that is \(refund.state)")
        }
        expect(!order.holds.contains(where: \.isOpen), order.id, "is held without a reason")
    }

    private mutating func expect(_ holds: Bool, _ order: OrderID, _ finding: String) {
        if !holds { findings.append("\(order) \(finding)") }
    }
}
