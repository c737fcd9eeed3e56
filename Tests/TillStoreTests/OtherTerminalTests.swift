// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

extension StatementLine {
    /// The same line, made with a terminal.
    fileprivate func with(_ terminal: TerminalID?) -> StatementLine {
        StatementLine(
            kind: kind, orderNumber: orderNumber, acquirerReference: acquirerReference,
            amount: amount, at: at, terminal: terminal)
    }
}

extension StatementShop {
    /// A payment that this ledger has never heard of, and a refund of it.
    fileprivate var strangers: [StatementLine] {
        let payment = StatementLine(
            kind: .payment, orderNumber: "NOBODY", acquirerReference: "M9",
            amount: Money(minorUnits: 5, .cny), at: clock.wall)
        let refund = StatementLine(
            kind: .refund(number: "R9", acquirerReference: "rf_R9"), orderNumber: "NOBODY",
            acquirerReference: "M9", amount: Money(minorUnits: 5, .cny), at: clock.wall)
        return [payment, refund]
    }
}

/// The terminal of these ledgers is `T-1`.
@Suite struct `A statement with lines of another terminal` {
    @Test func `proves our day without a hold, and counts all lines`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.compare(
            [shop.line(order, "M1").with("T-1")] + shop.strangers.map { $0.with("T-2") })

        #expect(try await shop.reasons() == [])
        #expect(try await shop.provenUntil() == shop.day)
        #expect(try await shop.ledger.proof(of: "main", days: 1).days.map(\.lines) == [3])
        let last = try #require(try await Audit.journal(of: shop.ledger).last)
        guard case .compared("main", shop.day, lines: 3, differences: 0, hash: _) = last.entry else {
            Issue.record("\(last.entry)")
            return
        }
    }

    @Test(arguments: ["T-1", nil] as [TerminalID?])
    func `finds a stranger of our own, or of nobody's`(terminal: TerminalID?) async throws {
        let shop = try StatementShop()

        try await shop.compare(shop.strangers.map { $0.with(terminal) })

        #expect(
            try await shop.reasons() == [
                .strayLine("main", shop.day, subject: "a payment of 0.05 CNY for NOBODY"),
                .strayLine("main", shop.day, subject: "a refund of 0.05 CNY for NOBODY"),
            ])
    }

    @Test(arguments: ["t-1", "T-1 ", "T-10"] as [TerminalID])
    func `takes no name for ours that is not ours to the letter`(terminal: TerminalID) async throws {
        let shop = try StatementShop()

        try await shop.compare(shop.strangers.map { $0.with(terminal) })

        #expect(try await shop.reasons() == [])
    }

    @Test func `has money for an order of ours: it is paid, whoever is said to have made it`() async throws {
        let shop = try StatementShop()
        let order = try await shop.ledger.present()

        try await shop.compare([shop.line(order, "M1").with("T-2")])

        let paid = try await shop.ledger.order(order.id)
        #expect(paid.state == .paid)
        #expect(paid.transactions.map(\.source) == [.statement])
    }

    @Test func `has our money under a number that is not ours: one hold, and nothing is missing`() async throws {
        let shop = try StatementShop()
        _ = try await shop.sell("M1")
        let renamed = StatementLine(
            kind: .payment, orderNumber: "NOBODY", acquirerReference: "M1",
            amount: Money(minorUnits: 1250, .cny), at: shop.clock.wall, terminal: "T-2")

        try await shop.compare([renamed])

        let subject = "a payment of 12.50 CNY for NOBODY"
        #expect(try await shop.reasons() == [.strayLine("main", shop.day, subject: subject)])
    }

    @Test func `has our money with another amount: one hold`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.compare([shop.line(order, "M1", 1251).with("T-2")])

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(
            try await shop.reasons()
                == [.amountDiffers(key, reported: Money(minorUnits: 1251, .cny))])
    }

    @Test func `has a refund of our money that the other one made: it counts, and one hold`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let refund = StatementLine(
            kind: .refund(number: "C-1", acquirerReference: "rf_C-1"), orderNumber: "NOBODY",
            acquirerReference: "M1", amount: Money(minorUnits: 250, .cny), at: shop.clock.wall,
            terminal: "T-2")

        try await shop.compare([shop.line(order, "M1").with("T-1"), refund])

        let compared = try await shop.ledger.order(order.id)
        #expect(compared.refunds.map(\.reason) == [.elsewhere])
        #expect(try await shop.reasons().count == 1)
    }

    @Test func `has a refund of ours, whose money it names wrongly: one hold`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let refund = try await shop.refund(order, 250)
        let renamed = StatementLine(
            kind: .refund(number: refund.id.text, acquirerReference: "rf_1"), orderNumber: "NOBODY",
            acquirerReference: "M9", amount: Money(minorUnits: 250, .cny), at: shop.clock.wall,
            terminal: "T-2")

        try await shop.compare([shop.line(order, "M1"), renamed])

        let subject = "a refund of 2.50 CNY for NOBODY"
        #expect(try await shop.reasons() == [.strayLine("main", shop.day, subject: subject)])
    }

    @Test func `lacks money of ours: one hold`() async throws {
        let shop = try StatementShop()
        _ = try await shop.sell("M1")

        try await shop.compare(shop.strangers.map { $0.with("T-2") })

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(try await shop.reasons() == [.missingInStatement(.transaction(key), shop.day)])
    }

    @Test func `keeps none of them beside our own lines`() async throws {
        let bench = try Bench()
        try await bench.day { ledger in
            let lines = (0..<250).map { number in
                StatementLine(
                    kind: .payment, orderNumber: "X\(number)", acquirerReference: "M\(number)",
                    amount: Money(minorUnits: 1, .cny), at: Timestamp(milliseconds: 0),
                    terminal: number % 125 == 7 ? "T-1" : "T-2")
            }
            try await ledger.compare(
                TillCore.Statement(day: CalendarDay(number: 20_000), lines: lines, raw: []),
                of: StatementDay(account: "main", day: CalendarDay(number: 20_000), offset: .zero))
        }

        #expect(try bench.sqlite("SELECT matter FROM statement_lines ORDER BY matter").lines == ["M132", "M7"])
        #expect(try bench.sqlite("SELECT lines FROM statements").lines == ["250"])
    }
}

@Suite struct `A line that stands in a statement twice` {
    @Test func `is recorded once, and one hold says that the acquirer counts it again`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let line = shop.line(order, "M1")

        try await shop.compare([line, line, line])

        let subject = "a second line of a payment of 12.50 CNY for \(order.attempts[0].reference)"
        #expect(try await shop.reasons() == [.strayLine("main", shop.day, subject: subject)])
        #expect(try await shop.ledger.order(order.id).transactions.count == 1)
        #expect(try await shop.ledger.proof(of: "main", days: 1).days.map(\.open) == [1])
    }

    @Test func `is found as well where money of one refund went back twice`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let refund = try await shop.refund(order, 250)
        let lines = ["rf_1", "rf_2"].map { reference in
            StatementLine(
                kind: .refund(number: refund.id.text, acquirerReference: reference),
                orderNumber: order.attempts[0].reference.text, acquirerReference: "M1",
                amount: Money(minorUnits: 250, .cny), at: shop.clock.wall)
        }

        try await shop.compare([shop.line(order, "M1")] + lines)

        let subject = "a second line of a refund of 2.50 CNY for \(order.attempts[0].reference)"
        #expect(try await shop.reasons() == [.strayLine("main", shop.day, subject: subject)])
    }

    @Test func `of another terminal is not ours to look at`() async throws {
        let shop = try StatementShop()
        let lines = shop.strangers.map { $0.with("T-2") }

        try await shop.compare(lines + lines)

        #expect(try await shop.reasons() == [])
    }

    @Test func `on the day after is the same line, told again`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.compare([shop.line(order, "M1")])
        try await shop.compare([shop.line(order, "M1")], on: shop.day.next)

        #expect(try await shop.reasons() == [])
    }

    @Test func `broken off and begun again comes to the same`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let line = shop.line(order, "M1")
        let day = StatementDay(account: "main", day: shop.day, offset: .zero)
        try await shop.ledger.write { write in
            try write.compare(line, of: day)
            try write.doubt(repeated: line, of: day)
        }

        try await shop.compare([line, line])

        #expect(try await shop.reasons().count == 1)
        #expect(try await shop.ledger.proof(of: "main", days: 1).days.map(\.open) == [1])
    }
}
