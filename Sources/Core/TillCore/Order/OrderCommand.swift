// SPDX-License-Identifier: Apache-2.0

/// What a person, or their point-of-sale program, asks for. It can be refused.
public enum OrderCommand: Sendable, Hashable, Codable {
    /// Give the sale up.
    case cancel
    /// Try again with a fresh code, through this account; the attempt before is given up.
    case newAttempt(AttemptReference, account: AccountID, expiresAt: Timestamp)
    /// Give money back; all that is left if no amount is named.
    case refund(Money?, note: String)
    /// Print a further copy of the receipt.
    case reprint
    /// Settle a hold.
    case settle(HoldID, HoldDecision, by: String, note: String)
}

/// Why a command makes no sense for an order as it stands. Nothing has changed then.
public enum OrderError: Error, Sendable, Hashable {
    /// The sale is paid: it can be refunded, not cancelled.
    case alreadyPaid(OrderID)
    /// The sale is over, or being cancelled.
    case alreadyOver(OrderID)
    /// There is no money to give back.
    case notPaid(OrderID)
    /// More than what is left would go back.
    case refundExceeds(left: Money)
    /// A refund of nothing.
    case refundOfNothing
    /// The refund is of another currency than the sale.
    case currencyDiffers(expected: Currency)
    /// One order has had as many attempts as it may have.
    case tooManyAttempts(limit: Int)
    /// The order has no such hold.
    case noSuchHold(HoldID)
    /// The hold is settled already.
    case alreadySettled(HoldID)
    /// The decision does not fit what the hold is about; these do.
    case decisionDoesNotFit([HoldDecision])
    /// One receipt has had as many copies as it may have.
    case tooManyCopies(limit: Int)
    /// The terminal prints no receipts.
    case printsNothing(OrderID)
}

extension OrderError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    public var description: String {
        switch self {
        case .alreadyPaid(let id): "\(id) is paid already: give the money back with a refund"
        case .alreadyOver(let id): "\(id) is over already: open a new order"
        case .notPaid(let id): "\(id) is not paid: there is nothing to give back or to copy"
        case .refundExceeds(let left): "no more than \(left) is left to give back"
        case .refundOfNothing: "a refund needs an amount above zero"
        case .currencyDiffers(let expected): "the sale is in \(expected): refund in \(expected)"
        case .tooManyAttempts(let limit):
            "an order has at most \(limit) attempts: open a new order"
        case .tooManyCopies(let limit):
            "a receipt has at most \(limit) copies: show the receipt on a screen instead"
        case .noSuchHold(let id): "there is no hold \(id)"
        case .alreadySettled(let id): "hold \(id) is settled already"
        case .decisionDoesNotFit(let fitting):
            "that does not settle this hold: choose "
                + fitting.map(\.rawValue).joined(separator: " or ")
        case .printsNothing(let id): "\(id) was sold without a receipt printer"
        }
    }
}
