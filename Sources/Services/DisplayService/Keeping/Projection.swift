// SPDX-License-Identifier: Apache-2.0

package import Scenes
package import TillCore

/// What a screen shows for an order, as a function of the order, this start of the daemon, and
/// ledger time.
package struct Projection: Sendable {
    /// The shop, as it calls itself.
    package let merchant: String
    /// Which start of the daemon it is.
    package let boot: Int
    /// What an idle screen says under the shop's name; empty for the usual words.
    package let greeting: String
    /// The shop's seconds east of Greenwich at a time.
    private let utcOffset: @Sendable (Timestamp) -> Int

    /// States all of it.
    package init(
        merchant: String, boot: Int, greeting: String = "",
        utcOffset: @escaping @Sendable (Timestamp) -> Int = { _ in 0 }
    ) {
        self.merchant = merchant
        self.boot = boot
        self.greeting = greeting
        self.utcOffset = utcOffset
    }

    /// What is shown when it is nobody's turn.
    package var idle: Screen { .idle(IdleScreen(merchant: merchant, greeting: greeting)) }

    /// What is shown for an order.
    ///
    /// - Parameter counts: whether the display may be drawn every second; one that is slow says until when.
    package func screen(of order: Order, at now: Timestamp, counts: Bool = true) -> Screen {
        let amount = ShownAmount(order.amount)
        let word = Self.shortWord(order.id)
        switch order.status {
        case .opening: return .waiting(amount: amount, order: word)
        case .code: return code(of: order, at: now, counts: counts) ?? .checking(amount: amount, order: word)
        case .checking: return .checking(amount: amount, order: word)
        case .paid: return .paid(amount: amount, order: word)
        case .notPaid: return .notPaid(Self.reason(of: order), order: word)
        case .paidLate: return .paidLate(order: word)
        case .needsPerson: return .held(order: word)
        }
    }

    /// When the picture for an order changes by itself: each second while a code is up and counts, else at
    /// its end.
    package func nextChange(of order: Order, at now: Timestamp, counts: Bool = true) -> Timestamp? {
        guard order.status == .code, now < order.deadline else { return nil }
        guard counts else { return order.deadline }
        let left = order.deadline.milliseconds - now.milliseconds
        return Timestamp(milliseconds: now.milliseconds + (left - 1) % 1000 + 1)
    }

    /// A code is shown only if the acquirer confirmed it since this start, and its time is not
    /// over: nobody shall pay a dead code.
    private func code(of order: Order, at now: Timestamp, counts: Bool) -> Screen? {
        guard let attempt = order.currentAttempt, let code = attempt.code,
            attempt.state == .presented(boot: boot), now < order.deadline
        else { return nil }
        let left = order.deadline.milliseconds - now.milliseconds
        let whole = order.deadline.milliseconds - order.openedAt.milliseconds
        return .code(
            CodeScreen(
                payload: code.payload, amount: ShownAmount(order.amount), merchant: merchant,
                validity: counts
                    ? .countdown(secondsLeft: Int((left + 999) / 1000), of: Int((whole + 999) / 1000))
                    : .until(timeOfDay(order.deadline)),
                order: Self.shortWord(order.id)))
    }

    /// A time as the shop's clock on the wall has it.
    private func timeOfDay(_ time: Timestamp) -> String {
        let minutes = (time.milliseconds / 1000 + Int64(utcOffset(time))) / 60
        let ofDay = ((minutes % 1440) + 1440) % 1440
        let (hour, minute) = (ofDay / 60, ofDay % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// The end of an order's name, so that a picture of another payment proves nothing.
    package static func shortWord(_ order: OrderID) -> String { String(order.text.suffix(4)) }

    private static func reason(of order: Order) -> NotPaidReason {
        switch order.currentAttempt?.state {
        case .closed(.cancelled): .cancelled
        case .closed(.refused): .refused
        case .closed(.expired), .closed(.lost): .expired
        case .closed, .opened, .asking, .presented, .uncertain, .closing, .paid, nil: .cancelled
        }
    }
}
