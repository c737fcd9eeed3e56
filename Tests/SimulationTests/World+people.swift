// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore
import TillTesting

extension World {
    /// Ledger time when the world began, in milliseconds.
    var start: Int64 { clock.wall.milliseconds - clock.elapsed }

    /// Lets the cashiers do what cashiers do.
    ///
    /// - Parameter step: the farthest that the wall clock is set off, in milliseconds.
    mutating func meddle(step: Int64 = 3_600_000) async throws {
        guard let order = orders.randomElement(using: &dice) else { return }
        switch dice.number(in: 0...9) {
        case 0...1: try await ask(.cancel, about: order)
        case 2...3: try await askNewAttempt(of: order)
        case 4: try await ask(.refund(nil, note: "brought back"), about: order)
        case 5:
            let part = Money(minorUnits: dice.number(in: 1...150), .cny)
            try await ask(.refund(part, note: "a part"), about: order)
        case 6: clock.stepWall(milliseconds: dice.number(in: -step...step) - clock.offset)
        default: break
        }
    }

    /// Settles what waits for a person, and says how much it was: wrong money goes back, a refund
    /// that was refused is tried once more and then left.
    mutating func settleHolds() async throws -> Int {
        let open = try await ledger.openHolds()
        for matter in open {
            let decision: HoldDecision
            switch matter.hold.reason {
            case .amountDiffers: decision = dice.happens(0.8) ? .giveBack : .leave
            case .refundRefused(let id, _):
                let order = try await ledger.order(try #require(matter.order))
                let refund = try #require(order.refund(id))
                let tries = order.refunds.count { $0.transaction == refund.transaction }
                decision = tries < 3 ? .retry : .leave
            case .receiptInDoubt: decision = .printed
            case .lateMoney: decision = dice.happens(0.5) ? .keep : .giveBack
            case .refundDoneAfterAll, .strayNotify, .refundedElsewhere, .missingInStatement,
                .refundDiffers, .strayLine, .stuckAttempt, .stuckRefund, .displayDiffers:
                decision = .leave
            }
            _ = try await ledger.settle(
                matter.hold.id, decision, note: "", key: nil, by: "manager")
        }
        return open.count
    }

    /// A closed order has a reason: a person, its time, or another attempt. Never a lost answer.
    ///
    /// - Parameter reasons: the acquirer's words that stand for a "no" of its own.
    func expectReasons(_ reasons: Set<String> = ["closed"]) async throws {
        for id in orders {
            for attempt in try await ledger.order(id).attempts {
                if case .closed(.refused(let reason)) = attempt.state {
                    #expect(reasons.contains(reason), "\(id) was refused by nobody: \(reason)")
                }
            }
        }
    }
}
