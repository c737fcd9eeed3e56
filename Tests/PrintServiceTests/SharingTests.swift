// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Logging
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `Printers that share the slips` {
    private static let gone = DeviceError.gone("the printer")

    /// A worker of another printer beside the shop's own, each with its own kinds.
    private func worker(_ shop: Shop, _ printer: StubPrinter, _ slips: Set<SlipKind>) throws -> PrintWorker {
        PrintWorker(
            ledger: shop.ledger, printer: printer, renderer: try Shop.renderer(), content: Shop.content, slips: slips,
            logger: Logger(label: "shop", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// A sale that is paid, with its code and its receipt on paper.
    private func sell(_ shop: Shop) async throws -> Order {
        let order = try await shop.open(SlipPolicy(receipt: true, code: true))
        let reference = order.attempts[0].reference
        try await shop.ledger.record(.attempt(reference, .asking), about: order.id)
        return try await shop.ledger.record(
            .attempt(reference, .codeIssued(PaymentCode("https://pay.example/1"))), about: order.id)
    }

    private func pay(_ order: Order, _ shop: Shop) async throws {
        let payment = Payment(acquirerReference: "P-\(order.id)", amount: order.amount)
        _ = try await shop.ledger.record(
            .attempt(order.attempts[0].reference, .outcome(.paid(payment), .query)), about: order.id)
    }

    @Test func `print their own kinds, and no others`() async throws {
        let shop = try Shop()
        let (codes, others) = (StubPrinter(), StubPrinter())
        let code = try worker(shop, codes, [.code])
        let rest = try worker(shop, others, [.sale, .copy, .refund, .day])
        let order = try await sell(shop)

        let none = try await rest.step()
        _ = try await code.step()
        try await pay(order, shop)
        _ = try await code.step()
        _ = try await rest.step()

        #expect(none == nil)
        #expect(codes.slips.count == 1 && codes.slips[0].contains("SCAN TO PAY"))
        #expect(others.slips.count == 1 && others.slips[0].contains("PAID"))
    }

    @Test func `do not wait for one that is in doubt, nor for a long queue of its`() async throws {
        let shop = try Shop()
        let (codes, others) = (StubPrinter(), StubPrinter())
        let code = try worker(shop, codes, [.code])
        let rest = try worker(shop, others, [.sale, .copy, .refund, .day])
        for _ in 0..<20 { _ = try await sell(shop) }
        codes.ends(.failure(.interrupted(Self.gone, bytesWritten: 9)))
        codes.says(.failure(Self.gone), .failure(Self.gone))
        let order = try await shop.sell()

        _ = try await code.step()
        _ = try await rest.step()

        #expect(try await shop.states(of: order) == [.printed])
        #expect(others.slips.count == 1)
        #expect(others.asked.isEmpty)
        let waiting = try await shop.ledger.waitingSlips(of: [.code])
        #expect(waiting.count == 20)
        #expect(waiting.why?.contains("has to be asked what came out") == true)
        #expect(try await shop.ledger.waitingSlips(of: [.sale]).count == 0)
    }

    @Test func `tell their own next time`() async throws {
        let shop = try Shop()
        let (codes, others) = (StubPrinter(), StubPrinter())
        let code = try worker(shop, codes, [.code])
        let rest = try worker(shop, others, [.sale])
        _ = try await sell(shop)
        codes.ends(.failure(.nothingWritten(Self.gone)))

        let later = try await code.step()
        let never = try await rest.step()

        #expect(later == shop.ledger.time.now + .seconds(2))
        #expect(never == nil)
    }
}
