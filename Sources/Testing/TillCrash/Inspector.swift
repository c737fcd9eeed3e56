// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Looks at a shop whose daemon is dead, and compares the ledger with the books, the paper and what was heard.
struct Inspector {
    private var head: Int64 = 0
    private var hash = [UInt8](repeating: 0, count: 32)
    private var orders: [String: String] = [:]
    private var attempts: [String: String] = [:]
    private var refunds: [String: String] = [:]
    private var fates: [String: String] = [:]
    /// Sales that the ledger had at the last look.
    private(set) var sales = 0
    /// Of them, paid.
    private(set) var paid = 0

    private static let finalKinds: Set<String> = ["paid", "closed", "done", "refused", "kept", "returned"]

    /// Everything that is wrong.
    mutating func look(at shop: Shop, _ witness: Witness, atRest: Bool = false) throws -> [Violation] {
        let heard = witness.heard
        let ledger: LedgerCopy
        do {
            ledger = try LedgerCopy.read(shop, after: head)
        } catch let error as LedgerCopy.Unreadable {
            return [Violation(rule: .damaged, what: error.why)]
        }
        let books = try Books.read(shop, limit: atRest ? 100_000 : 400)
        var found: [Violation] = []
        func expect(_ holds: Bool, _ rule: Violation.Rule, _ what: @autoclosure () -> String) {
            if !holds { found.append(Violation(rule: rule, what: what())) }
        }
        expect(ledger.orphans == 0, .damaged, "\(ledger.orphans) rows refer to nothing")
        found += followJournal(ledger)
        found += compareWithHeard(ledger, heard)
        found += compareWithBefore(ledger)
        found += LedgerAndBooks(ledger: ledger, books: books).findings(atRest: atRest)
        found += LedgerAndPaper(ledger: ledger, paper: Paper(shop.paper)).findings(atRest: atRest)
        sales = ledger.orders.count
        paid = ledger.orders.count { $0.state == "paid" }
        return found
    }

    /// The chain goes on from where it was, without gaps.
    private mutating func followJournal(_ ledger: LedgerCopy) -> [Violation] {
        var found: [Violation] = []
        if ledger.rows != ledger.head {
            found.append(Violation(rule: .journal, what: "\(ledger.rows) rows, and the last is \(ledger.head)"))
        }
        if ledger.head < head {
            found.append(Violation(rule: .journal, what: "it ended with \(head), and now with \(ledger.head)"))
        }
        for line in ledger.journal.sorted(by: { $0.seq < $1.seq }) {
            hash = JournalLink.hash(line, after: hash)
            let hex = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
            guard line.seq == head + 1, hex == line.chain else {
                return found + [Violation(rule: .journal, what: "the chain breaks at \(line.seq)")]
            }
            head = line.seq
        }
        return found
    }

    private func compareWithHeard(_ ledger: LedgerCopy, _ heard: Witness.Heard) -> [Violation] {
        var found: [Violation] = []
        let byID = Dictionary(ledger.orders.map { ($0.id, $0) }) { first, _ in first }
        let byReference = Dictionary(grouping: ledger.orders.filter { $0.reference != nil }) { $0.reference ?? "" }
        for (key, orders) in byReference where orders.count > 1 {
            found.append(Violation(rule: .doubled, what: "key \(key) opened \(orders.map(\.id))"))
        }
        for (key, ids) in heard.opened {
            if ids.count > 1 { found.append(Violation(rule: .doubled, what: "key \(key) was answered \(ids)")) }
            for id in ids where byID[id] == nil {
                found.append(Violation(rule: .lost, what: "\(key) was answered \(id), and it is not there"))
            }
        }
        for id in heard.paid where byID[id]?.state != "paid" {
            found.append(
                Violation(rule: .lost, what: "\(id) was said to be paid, and is \(byID[id]?.state ?? "not there")"))
        }
        let notes = Dictionary(grouping: ledger.refunds.filter { !$0.note.isEmpty }, by: \.note)
        for (note, refunds) in notes where refunds.count > 1 {
            found.append(Violation(rule: .refund, what: "key \(note) gave back \(refunds.count) times"))
        }
        for (key, order) in heard.refunded where notes[key] == nil {
            found.append(Violation(rule: .lost, what: "refund \(key) of \(order) was accepted, and is not there"))
        }
        return found
    }

    /// Nothing leaves a final state, and nothing disappears.
    private mutating func compareWithBefore(_ ledger: LedgerCopy) -> [Violation] {
        var found: [Violation] = []
        func compare(_ kind: String, _ before: inout [String: String], _ now: [(String, String)]) {
            let states = Dictionary(now) { first, _ in first }
            for (id, state) in before {
                guard let next = states[id] else {
                    found.append(Violation(rule: .left, what: "\(kind) \(id) was there, and is not"))
                    continue
                }
                if Self.finalKinds.contains(state), next != state {
                    found.append(Violation(rule: .left, what: "\(kind) \(id) was \(state), and is \(next)"))
                }
            }
            before = states
        }
        compare("order", &orders, ledger.orders.map { ($0.id, $0.state) })
        compare("attempt", &attempts, ledger.attempts.map { ($0.reference, $0.kind) })
        compare("refund", &refunds, ledger.refunds.map { ($0.id, $0.kind) })
        compare("money", &fates, ledger.money.map { ($0.reference, $0.fate) })
        return found
    }
}
