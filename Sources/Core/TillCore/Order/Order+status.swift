// SPDX-License-Identifier: Apache-2.0

/// The one word that people and programs see of an order.
public enum OrderStatus: String, Sendable, Hashable, CaseIterable {
    /// No code is up yet.
    case opening
    /// A code is up, and nobody has paid it as far as we know.
    case code
    /// We do not know, and keep asking: do not pay again.
    case checking
    /// Paid.
    case paid
    /// Not paid, or all of it went back.
    case notPaid = "not_paid"
    /// Money came after the sale was over: it is on its way back, or kept as the shop wished.
    case paidLate = "paid_late"
    /// A person has to look.
    case needsPerson = "needs_person"

    /// Whether waiting longer changes nothing by itself.
    public var endsWait: Bool {
        switch self {
        case .paid, .notPaid, .paidLate, .needsPerson: true
        case .opening, .code, .checking: false
        }
    }
}

extension Order {
    /// The one word that people and programs see.
    public var status: OrderStatus {
        if holds.contains(where: \.isOpen) { return .needsPerson }
        switch state {
        case .paid: return isWhollyRefunded ? .notPaid : .paid
        case .closed: return hasLateMoney ? .paidLate : .notPaid
        case .cancelling: return .checking
        case .open: return currentAttempt.map(status(of:)) ?? .opening
        }
    }

    private func status(of attempt: PaymentAttempt) -> OrderStatus {
        switch attempt.state {
        case .opened, .asking: .opening
        case .presented where isDistrusted(attempt): .checking
        case .presented: .code
        case .uncertain, .closing, .closed, .paid: .checking
        }
    }

    /// Whether money that came too late has not gone back yet.
    private var hasLateMoney: Bool {
        transactions.contains {
            $0.fate == .returning || ($0.fate == .kept && !isBack($0))
        }
    }

    /// Whether all the money of a paid order is back with the payer.
    private var isWhollyRefunded: Bool { keptTransaction.map(isBack) ?? false }
}
