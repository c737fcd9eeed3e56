// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `Kinds of slips` {
    @Test func `a sale prints one original`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()

        try await shop.step()
        try await shop.step()

        #expect(shop.printer.slips.count == 1)
        #expect(shop.printer.slips[0].contains("PAID"))
        #expect(shop.printer.slips[0].contains("12.50"))
        #expect(shop.printer.slips[0].contains("P-\(order.id)"))
        #expect(!shop.printer.slips[0].contains("COPY"))
    }

    @Test func `the drawer opens with the original alone, and only where the shop wants it`() async throws {
        let pulse = "\u{1B}p"
        let shop = try Shop(opensDrawer: true)
        let order = try await shop.sell()
        try await shop.step()
        try await shop.ask(.reprint, about: order)
        try await shop.step()
        let shut = try Shop()
        _ = try await shut.sell()
        try await shut.step()

        #expect(shop.printer.slips.map { $0.contains(pulse) } == [true, false])
        #expect(shut.printer.slips.map { $0.contains(pulse) } == [false])
    }

    @Test func `each copy says which one it is`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        try await shop.step()

        try await shop.ask(.reprint, about: order)
        try await shop.ask(.reprint, about: order)
        try await shop.step()

        #expect(shop.printer.slips.count == 3)
        #expect(shop.printer.slips[1].contains("COPY 1"))
        #expect(shop.printer.slips[2].contains("COPY 2"))
    }

    @Test func `money that went back prints a slip of its own amount`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        try await shop.step()

        let part = Money(minorUnits: 300, .cny)
        let asked = try await shop.ask(.refund(part, note: "spilt"), about: order)
        try await shop.step()
        let before = shop.printer.slips.count
        try await shop.ledger.record(.refund(asked.refunds[0].id, .sending), about: order.id)
        try await shop.ledger.record(
            .refund(asked.refunds[0].id, .outcome(.done)), about: order.id)
        try await shop.step()

        #expect(before == 1)
        #expect(shop.printer.slips.count == 2)
        #expect(shop.printer.slips[1].contains("REFUND"))
        #expect(shop.printer.slips[1].contains("3.00"))
    }

    @Test func `a code is printed where no screen shows it`() async throws {
        let shop = try Shop()
        let order = try await shop.open(SlipPolicy(receipt: true, code: true))
        let reference = order.attempts[0].reference
        try await shop.ledger.record(
            .attempt(reference, .codeIssued(PaymentCode("https://pay.example/C"))),
            about: order.id)

        try await shop.step()

        #expect(shop.printer.slips.count == 1)
        #expect(shop.printer.slips[0].contains("SCAN TO PAY"))
        #expect(shop.printer.slips[0].contains("Pay before"))
        #expect(!shop.printer.slips[0].contains("PAID"))
    }

    @Test func `a code that died in the queue is never printed`() async throws {
        let shop = try Shop()
        let order = try await shop.open(SlipPolicy(receipt: true, code: true))
        let reference = order.attempts[0].reference
        try await shop.ledger.record(
            .attempt(reference, .codeIssued(PaymentCode("https://pay.example/C"))),
            about: order.id)
        shop.printer.ends(.failure(.nothingWritten(.gone("the printer"))))
        try await shop.step()

        try await shop.ask(.cancel, about: order)
        shop.clock.advance(milliseconds: 10_000)
        let next = try await shop.step()

        #expect(shop.printer.slips.count == 1)
        #expect(try await shop.states(of: order) == [.abandoned])
        #expect(next == nil)
    }

    @Test func `a code that dies while the printer fails is not tried again`() async throws {
        let shop = try Shop()
        let order = try await shop.open(SlipPolicy(receipt: true, code: true))
        let reference = order.attempts[0].reference
        try await shop.ledger.record(
            .attempt(reference, .codeIssued(PaymentCode("https://pay.example/C"))),
            about: order.id)
        shop.printer.ends(.failure(.nothingWritten(.gone("the printer"))))
        shop.printer.beforeFirstByte { [ledger = shop.ledger] in
            _ = try await ledger.accept(.cancel, about: order.id, key: nil, by: "test")
        }

        let next = try await shop.step()

        #expect(try await shop.states(of: order) == [.abandoned])
        #expect(next == nil)
    }

    @Test func `the content of a dead code's slip is nothing`() async throws {
        let shop = try Shop()
        let order = try await shop.open(SlipPolicy(receipt: true, code: true))
        let reference = order.attempts[0].reference
        let presented = try await shop.ledger.record(
            .attempt(reference, .codeIssued(PaymentCode("https://pay.example/C"))),
            about: order.id)
        let cancelled = try await shop.ask(.cancel, about: order)

        let live = Shop.content.receipt(of: presented, job: presented.prints[0])
        let dead = Shop.content.receipt(of: cancelled, job: presented.prints[0])

        #expect(live?.codePayload == "https://pay.example/C")
        #expect(dead == nil)
    }

    @Test func `a torn code asks nobody`() async throws {
        let shop = try Shop()
        let order = try await shop.open(SlipPolicy(receipt: true, code: true))
        let reference = order.attempts[0].reference
        try await shop.ledger.record(
            .attempt(reference, .codeIssued(PaymentCode("https://pay.example/C"))),
            about: order.id)
        shop.printer.ends(.failure(.interrupted(.gone("the printer"), bytesWritten: 9)))

        try await shop.step()

        #expect(try await shop.states(of: order) == [.abandoned])
        #expect(try await shop.ledger.openHolds() == [])
    }

    @Test func `a terminal without a printer owes no slips`() async throws {
        let shop = try Shop()
        let order = try await shop.sell(.none)

        let next = try await shop.step()

        #expect(try await shop.states(of: order) == [])
        #expect(shop.printer.slips == [])
        #expect(next == nil)
    }

    @Test func `a receipt that is only read is that of the sale`() async throws {
        let shop = try Shop()
        let paid = try await shop.sell()
        let open = try await shop.open()

        let receipt = try #require(Shop.content.receipt(of: paid))

        #expect(receipt.kind == .sale)
        #expect(receipt.merchantName == "Corner Tea")
        #expect(receipt.attemptReference == paid.attempts[0].reference.text)
        #expect(receipt.utcOffsetSeconds == 28_800)
        #expect(Shop.content.receipt(of: open) == nil)
    }
}
