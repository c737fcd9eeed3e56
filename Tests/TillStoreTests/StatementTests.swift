// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

/// A day at the acquirer, and what its statement says.
struct StatementShop {
    let clock = HandClock()
    let ledger: Ledger

    init() throws { ledger = try Bench.inMemory(clock) }

    var day: CalendarDay { CalendarDay(of: clock.wall) }

    /// A sale that was paid today, with the acquirer's time of it.
    func sell(_ acquirerReference: String, knowsTime: Bool = true) async throws -> Order {
        let money = Payment(
            acquirerReference: acquirerReference, amount: Money(minorUnits: 1250, .cny),
            paidAt: knowsTime ? clock.wall : nil)
        return try await ledger.tell(.outcome(.paid(money), .query), of: try await ledger.present())
    }

    /// A sale that was given up, and the acquirer agreed.
    func giveUp() async throws -> Order {
        let order = try await ledger.present()
        _ = try await ledger.accept(.cancel, about: order.id, key: nil, by: "anna")
        return try await ledger.tell(.closeConfirmed, of: order)
    }

    /// Gives money back, as far as `done`.
    func refund(_ order: Order, _ amount: Int64? = nil) async throws -> Refund {
        let money = amount.map { Money(minorUnits: $0, .cny) }
        let asked = try await ledger.accept(
            .refund(money, note: ""), about: order.id, key: nil, by: "anna"
        ).order
        let id = asked.refunds[asked.refunds.count - 1].id
        try await ledger.record(.refund(id, .sending), about: order.id)
        let done = try await ledger.record(.refund(id, .outcome(.done)), about: order.id)
        return done.refunds[done.refunds.count - 1]
    }

    /// A line for the money of an order.
    func line(_ order: Order, _ acquirerReference: String, _ amount: Int64 = 1250) -> StatementLine {
        StatementLine(
            kind: .payment, orderNumber: order.attempts[0].reference.text,
            acquirerReference: acquirerReference, amount: Money(minorUnits: amount, .cny),
            at: clock.wall)
    }

    /// A line for money that went back.
    func line(
        _ number: String, of order: Order, _ acquirerReference: String, _ amount: Int64 = 1250
    ) -> StatementLine {
        StatementLine(
            kind: .refund(number: number, acquirerReference: "rf_\(number)"),
            orderNumber: order.attempts[0].reference.text, acquirerReference: acquirerReference,
            amount: Money(minorUnits: amount, .cny), at: clock.wall)
    }

    /// Compares the statement of a day, today's unless another is named.
    func compare(_ lines: [StatementLine], on day: CalendarDay? = nil) async throws {
        let day = day ?? self.day
        let raw = lines.map { "\($0)" }.joined(separator: "\n")
        try await ledger.compare(
            TillCore.Statement(day: day, lines: lines, raw: Array(raw.utf8)),
            of: StatementDay(account: "main", day: day, offset: .zero))
    }

    /// Compares the statement of a day on the morning after it, as it happens.
    func compareTheDayAfter(_ day: CalendarDay, _ lines: [StatementLine]) async throws {
        let morning = day.next.start() + .seconds(600)
        if clock.wall < morning { clock.pass(morning.since(clock.wall)) }
        try await compare(lines, on: day)
    }

    /// What a person has to look at.
    func reasons() async throws -> [HoldReason] {
        try await ledger.openHolds().map(\.hold.reason)
    }

    func provenUntil() async throws -> CalendarDay? {
        try await ledger.proof(of: "main", days: 9).provenUntil
    }
}

@Suite struct `A statement that is compared` {
    @Test func `and says what we know proves the day and writes one row`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let refund = try await shop.refund(order, 250)
        let head = try await shop.ledger.journalHead()

        try await shop.compare([
            shop.line(refund.id.text, of: order, "M1", 250), shop.line(order, "M1"),
        ])

        #expect(try await shop.reasons() == [])
        #expect(try await shop.provenUntil() == shop.day)
        let rows = try await Audit.journal(of: shop.ledger).filter { $0.seq > head }
        #expect(rows.map(\.entry.name) == ["compared"])
        #expect(try await shop.ledger.proof(of: "main", days: 1).days.map(\.lines) == [2])
    }

    @Test func `has money that we did not know of: the order is paid`() async throws {
        let shop = try StatementShop()
        let order = try await shop.ledger.present()

        try await shop.compare([shop.line(order, "M1")])

        let paid = try await shop.ledger.order(order.id)
        #expect(paid.state == .paid)
        #expect(paid.transactions.map(\.source) == [.statement])
        #expect(paid.transactions.map(\.paidAt) == [shop.clock.wall])
    }

    @Test func `has money for a sale that was given up: it goes back`() async throws {
        let shop = try StatementShop()
        let order = try await shop.giveUp()

        try await shop.compare([shop.line(order, "M1")])

        #expect(try await shop.ledger.order(order.id).refunds.map(\.reason) == [.late])
    }

    @Test func `has a second payer's money: it goes back as surplus`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.compare([shop.line(order, "M1"), shop.line(order, "M2")])

        #expect(try await shop.ledger.order(order.id).refunds.map(\.reason) == [.surplus])
    }

    @Test func `has another amount: one hold, and the day is not proven`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.compare([shop.line(order, "M1", 1251)])

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(
            try await shop.reasons()
                == [.amountDiffers(key, reported: Money(minorUnits: 1251, .cny))])
        #expect(try await shop.provenUntil() == nil)
        #expect(try await shop.ledger.order(order.id).state == .paid)
    }

    @Test func `has the same digits in another currency: one hold`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let yen = Money(minorUnits: 1250, .jpy)

        try await shop.compare([
            StatementLine(
                kind: .payment, orderNumber: order.attempts[0].reference.text,
                acquirerReference: "M1", amount: yen, at: shop.clock.wall)
        ])

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(try await shop.reasons() == [.amountDiffers(key, reported: yen)])
    }

    @Test func `has our money for another attempt: one hold`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let other = try await shop.ledger.present()

        try await shop.compare([shop.line(other, "M1")])

        #expect(try await shop.reasons().count == 1)
        #expect(try await shop.ledger.order(order.id).state == .paid)
        #expect(try await shop.ledger.order(other.id).state == .open)
    }

    @Test func `has a payment of no order: one hold of its own`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let stranger = StatementLine(
            kind: .payment, orderNumber: "NOBODY", acquirerReference: "M9",
            amount: Money(minorUnits: 5, .cny), at: shop.clock.wall)

        try await shop.compare([shop.line(order, "M1"), stranger])

        let subject = "a payment of 0.05 CNY for NOBODY"
        #expect(try await shop.reasons() == [.strayLine("main", shop.day, subject: subject)])
        #expect(try await shop.ledger.proof(of: "main", days: 1).days.map(\.open) == [1])
    }

    @Test func `lacks money that we know of: one hold, and the sale stays paid`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.compare([])

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(try await shop.reasons() == [.missingInStatement(.transaction(key), shop.day)])
        #expect(try await shop.ledger.order(order.id).state == .paid)
    }

    @Test func `is not asked for money of the day after`() async throws {
        let shop = try StatementShop()
        _ = try await shop.sell("M1")

        try await shop.compare([], on: shop.day.previous)

        #expect(try await shop.reasons() == [])
    }

    @Test func `is not asked for money of the midnight that ends its day`() async throws {
        let shop = try StatementShop()
        let midnight = shop.day.next.start()
        _ = try await shop.ledger.tell(
            .outcome(
                .paid(
                    Payment(
                        acquirerReference: "M1", amount: Money(minorUnits: 1250, .cny),
                        paidAt: midnight)), .query),
            of: try await shop.ledger.present())

        try await shop.compare([])
        let reasons = try await shop.reasons()
        try await shop.compare([], on: shop.day.next)

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(reasons == [])
        #expect(
            try await shop.reasons() == [.missingInStatement(.transaction(key), shop.day.next)])
    }

    @Test func `of the day after decides about money whose time nobody told`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1", knowsTime: false)
        let other = try await shop.sell("M2", knowsTime: false)
        let day = shop.day

        try await shop.compareTheDayAfter(day, [])
        let early = try await shop.reasons()
        try await shop.compareTheDayAfter(day.next, [shop.line(other, "M2")])

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(early == [])
        #expect(try await shop.reasons() == [.missingInStatement(.transaction(key), day.next)])
        #expect(try await shop.ledger.openHolds().map(\.order) == [order.id])
    }

    @Test func `lacks a refund that was done: the day after decides`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let refund = try await shop.refund(order)
        let day = shop.day

        try await shop.compareTheDayAfter(day, [shop.line(order, "M1")])
        let early = try await shop.reasons()
        try await shop.compareTheDayAfter(day.next, [])

        #expect(early == [])
        #expect(
            try await shop.reasons() == [.missingInStatement(.refund(refund.id), day.next)])
    }

    /// A start with a dead battery: by ledger time the refund was weeks ago. Whole weeks are caught up with.
    @Test func `is asked for a refund when the wall clock has its day, however far behind ledger time is`()
        async throws
    {
        let shop = try StatementShop()
        let old = shop.day
        shop.clock.wall = shop.clock.wall + .seconds(20 * 86_400)
        let today = shop.day
        let order = try await shop.sell("M1")
        let refund = try await shop.refund(order)

        var day = old
        shop.clock.pass(.seconds(86_400))
        while day < today {
            try await shop.compare([], on: day)
            day = day.next
        }
        try await shop.compare([shop.line(order, "M1")], on: today)
        let early = try await shop.reasons()
        try await shop.compareTheDayAfter(today.next, [])

        #expect(early == [])
        #expect(
            try await shop.reasons() == [.missingInStatement(.refund(refund.id), today.next)])
    }

    @Test func `catches up with days on which it had no line, and asks once for what is missing`() async throws {
        let shop = try StatementShop()
        let day = shop.day
        let order = try await shop.sell("M1")
        let refund = try await shop.refund(order)
        shop.clock.pass(.seconds(5 * 86_400))

        try await shop.compare([shop.line(order, "M1")], on: day)
        for later in [day.next, day.next.next, day.next.next.next, day.next.next.next.next] {
            try await shop.compare([], on: later)
        }
        let early = try await shop.reasons()
        let today = shop.day
        try await shop.compareTheDayAfter(today, [])
        try await shop.compareTheDayAfter(today.next, [])

        #expect(early == [])
        #expect(try await shop.reasons() == [.missingInStatement(.refund(refund.id), today)])
    }

    @Test func `has a refund of another amount: one hold`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let refund = try await shop.refund(order, 250)

        try await shop.compare([
            shop.line(order, "M1"), shop.line(refund.id.text, of: order, "M1", 249),
        ])

        #expect(
            try await shop.reasons()
                == [.refundDiffers(refund.id, reported: Money(minorUnits: 249, .cny))])
    }

    @Test func `has a refund that we still ask about: it is done`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let asked = try await shop.ledger.accept(
            .refund(nil, note: ""), about: order.id, key: nil, by: "anna"
        ).order.refunds[0].id

        try await shop.compare([
            shop.line(order, "M1"), shop.line(asked.text, of: order, "M1"),
        ])

        #expect(try await shop.ledger.order(order.id).refunds.map(\.state) == [.done])
        #expect(try await shop.reasons() == [])
    }

    @Test func `has a refund from the acquirer's own console: it counts, and one hold`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.compare([shop.line("C-1", of: order, "M1"), shop.line(order, "M1")])
        let compared = try await shop.ledger.order(order.id)
        try await shop.compare([], on: shop.day.next)

        #expect(compared.refunds.map(\.reason) == [.elsewhere])
        #expect(
            try await shop.reasons()
                == [.refundedElsewhere(compared.refunds[0].id, Money(minorUnits: 1250, .cny))])
    }

    @Test func `has a refund of money that nobody knows: one hold of its own`() async throws {
        let shop = try StatementShop()
        let order = try await shop.giveUp()

        try await shop.compare([shop.line("C-1", of: order, "M7")])

        #expect(try await shop.reasons().count == 1)
        #expect(try await shop.ledger.order(order.id).refunds.isEmpty)
    }

    @Test func `proves closed attempts, which are watched no longer`() async throws {
        let shop = try StatementShop()
        let order = try await shop.giveUp()
        let before = try await shop.ledger.work(in: .provider).count

        try await shop.compare([], on: shop.day.previous)
        let early = try await shop.ledger.work(in: .provider).count
        try await shop.compare([], on: shop.day)

        #expect((before, early) == (1, 1))
        #expect(try await shop.ledger.work(in: .provider).isEmpty)
        #expect(try await shop.ledger.order(order.id).attempts[0].watchedUntil == nil)
    }

    @Test func `broken off and begun again comes to the same`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        let lines = [shop.line(order, "M1", 1251), shop.line("C-1", of: order, "M1", 10)]
        let day = StatementDay(account: "main", day: shop.day, offset: .zero)
        try await shop.ledger.write { write in for line in lines { try write.compare(line, of: day) } }
        let once = try await shop.ledger.order(order.id)

        try await shop.compare(lines)

        #expect(try await shop.ledger.order(order.id) == once)
        #expect(try await shop.ledger.proof(of: "main", days: 1).days.map(\.open) == [2])
    }

    @Test func `of another account says nothing about ours`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")

        try await shop.ledger.compare(
            TillCore.Statement(day: shop.day, lines: [shop.line(order, "M1")], raw: []),
            of: StatementDay(account: "other", day: shop.day, offset: .zero))

        #expect(try await shop.reasons().count == 1)
        #expect(try await shop.ledger.order(order.id).holds.isEmpty)
        #expect(try await shop.provenUntil() == nil)
    }

    @Test func `is kept as it came and never changes`() async throws {
        let bench = try Bench()
        try await bench.day { ledger in
            try await ledger.compare(
                TillCore.Statement(day: CalendarDay(number: 20_000), lines: [], raw: [1, 0, 255]),
                of: StatementDay(account: "main", day: CalendarDay(number: 20_000), offset: .zero))
        }

        let raw = try bench.sqlite("SELECT hex(raw), lines FROM statements")
        let changed = try bench.sqlite("UPDATE statements SET raw = x''")
        let deleted = try bench.sqlite("DELETE FROM statements")

        #expect(raw.lines == ["0100FF|0"])
        #expect(changed.status != 0)
        #expect(deleted.status != 0)
    }

    @Test func `of many lines lets a sale through between them`() async throws {
        let shop = try StatementShop()
        let lines = (0..<450).map { number in
            StatementLine(
                kind: .payment, orderNumber: "X\(number)", acquirerReference: "M\(number)",
                amount: Money(minorUnits: 1, .cny), at: shop.clock.wall)
        }

        async let compared: Void = shop.compare(lines)
        let sale = try await shop.ledger.sell()
        try await compared

        let order = try #require(
            try await Audit.journal(of: shop.ledger).first { $0.order == sale.id })
        let last = try #require(try await Audit.journal(of: shop.ledger).last)
        #expect(order.seq < last.seq)
        #expect(try await shop.reasons().count == 450)
    }
}

@Suite struct `The days of statements` {
    @Test func `begin with the first order at the account`() async throws {
        let shop = try StatementShop()
        let none = try await shop.ledger.nextStatementDay(of: "main", offset: .zero)
        _ = try await shop.ledger.sell(.tea(through: "other"))
        shop.clock.pass(.seconds(86_400))
        _ = try await shop.ledger.sell()

        let first = try await shop.ledger.nextStatementDay(of: "main", offset: .zero)

        #expect(none == nil)
        #expect(first == shop.day)
    }

    @Test func `follow one another without gaps`() async throws {
        let shop = try StatementShop()
        _ = try await shop.ledger.sell()
        let day = shop.day
        try await shop.compare([])

        shop.clock.pass(.seconds(5 * 86_400))

        #expect(try await shop.ledger.nextStatementDay(of: "main", offset: .zero) == day.next)
    }

    @Test func `are proven up to the first difference that is open`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("M1")
        try await shop.compare([shop.line(order, "M1")])
        shop.clock.pass(.seconds(86_400))
        _ = try await shop.sell("M2")
        try await shop.compare([])
        try await shop.compare([], on: shop.day.next)
        let early = try await shop.provenUntil()
        let hold = try #require(try await shop.ledger.openHolds().first).hold.id

        _ = try await shop.ledger.settle(hold, .leave, note: "asked them", key: nil, by: "anna")

        #expect(early == shop.day.previous)
        #expect(try await shop.provenUntil() == shop.day.next)
    }
}
