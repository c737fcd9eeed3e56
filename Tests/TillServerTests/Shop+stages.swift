// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

/// How far an order has come when a test begins.
enum Stage: String, Sendable, CaseIterable {
    case opened, presented, paid, cancelled, wrongMoney, settled, refunded, stray
}

extension Shop {
    /// An order that has come so far, and the hold that waits, if one does.
    func order(_ stage: Stage, account: AccountID = "main") async throws -> (
        order: Order, hold: String
    ) {
        let opened = try await ledger.open(
            Sale(
                amount: Money(minorUnits: 1250, .cny), account: account, patience: .seconds(300),
                subject: "Tea"), key: nil, by: "test"
        ).order
        let reference = opened.attempts[0].reference
        switch stage {
        case .opened: break
        case .presented: try await present(opened)
        case .paid:
            try await present(opened)
            try await pay(opened)
        case .cancelled: try await cancel(opened)
        case .wrongMoney, .settled:
            try await present(opened)
            try await pay(opened, 1200)
            if stage == .settled {
                let hold = try await ledger.openHolds()[0].hold.id
                _ = try await ledger.settle(hold, .leave, note: "seen", key: nil, by: "test")
            }
        case .refunded:
            try await present(opened)
            try await pay(opened)
            _ = try await ledger.accept(.refund(nil, note: ""), about: opened.id, key: nil, by: "test")
        case .stray:
            try await ledger.receive(
                ReceivedNotify(
                    account: account, id: "n-\(reference)", raw: [],
                    word: .payment("01J00000000000000000000000", .pending(nil))))
        }
        let order = try await ledger.order(opened.id)
        let waiting = try await ledger.openHolds().last?.hold.id.text
        return (order, waiting ?? order.holds.last?.id.text ?? "")
    }

    /// The acquirer issues a code.
    func present(_ order: Order) async throws {
        let reference = order.attempts[0].reference
        try await ledger.record(.attempt(reference, .asking), about: order.id)
        try await ledger.record(
            .attempt(reference, .codeIssued(PaymentCode(Self.payload))), about: order.id)
    }

    /// The acquirer says that it holds money.
    func pay(_ order: Order, _ minorUnits: Int64 = 1250) async throws {
        let payment = Payment(
            acquirerReference: "pay_\(order.id)", amount: Money(minorUnits: minorUnits, .cny))
        try await ledger.record(
            .attempt(order.attempts[0].reference, .outcome(.paid(payment), .query)), about: order.id)
    }

    /// The shop gives the sale up before the acquirer was asked.
    func cancel(_ order: Order) async throws {
        _ = try await ledger.accept(.cancel, about: order.id, key: nil, by: "test")
    }
}
