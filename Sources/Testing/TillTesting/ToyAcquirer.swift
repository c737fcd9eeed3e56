// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import PaymentService
package import ProviderKit
import Synchronization
import TillCore

/// An acquirer and the network in front of it, as a value in memory: it loses, delays and repeats
/// what it carries, as chance wants it.
package final class ToyAcquirer: PlayedAcquirer {
    /// What goes wrong, as chances from 0 to 1.
    package struct Faults: Sendable {
        package var unreachable = 0.0
        package var requestLost = 0.0
        package var answerLost = 0.0
        /// The request arrives long after its sender gave up.
        package var late = 0.0
        /// A query is answered from an old copy of the books.
        package var stale = 0.0
        /// A close is answered "closed" although the payer is just paying.
        package var racyClose = 0.0
        /// A notify never comes, or comes twice.
        package var notifyLost = 0.0
        package var notifyTwice = 0.0
        /// The daemon dies while it waits for an answer.
        package var crash = 0.0

        package init() {}

        /// A bad day.
        package static var bad: Faults {
            var faults = Faults()
            faults.unreachable = 0.1
            faults.requestLost = 0.1
            faults.answerLost = 0.15
            faults.late = 0.05
            faults.stale = 0.2
            faults.racyClose = 0.1
            faults.notifyLost = 0.5
            faults.notifyTwice = 0.2
            return faults
        }
    }

    /// A payment as the acquirer keeps it.
    struct Book: Sendable {
        let id: String
        let amount: Int64
        let expiresAt: Int64
        var isClosed = false
        var paidAt: Int64?
        /// When the payer pays; nil if never.
        var paysAt: Int64?
        /// Whether the payer is past the point of return when a close comes.
        var isCommitted = false
        var refunds: [String: Int64] = [:]
        var changedAt: Int64

        var held: Int64 { paidAt == nil ? 0 : amount - refunds.values.reduce(0, +) }

        var word: String {
            if paidAt != nil { return "paid \(id) \(amount)" }
            return isClosed ? "closed" : "pending code-\(id)"
        }
    }

    struct State: Sendable {
        var faults = Faults()
        var books: [String: Book] = [:]
        var late: [(at: Int64, question: String)] = []
        var notifies: [(at: Int64, reference: String, id: String)] = []
        var dice: Dice
        var made = 0
        var allPay = false
        /// Every question that reached the acquirer, in order.
        var asked: [String] = []
    }

    /// The account that all sales go through.
    package let account = Account(
        id: "main", currency: .cny, provider: ToyProvider(), hosts: [ToyProvider.host])
    let state: Mutex<State>
    let clock: WorldClock
    private let onCrash: Mutex<(@Sendable () -> Void)?>

    package init(seed: UInt64, clock: WorldClock) {
        state = Mutex(State(dice: Dice(seed: seed ^ 0xACC0)))
        self.clock = clock
        onCrash = Mutex(nil)
    }

    /// What is done when chance lets the daemon die.
    package func crashes(_ action: @escaping @Sendable () -> Void) {
        onCrash.withLock { $0 = action }
    }

    /// Sets what goes wrong from now on.
    package func set(_ faults: Faults) { state.withLock { $0.faults = faults } }

    package func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
        let question = String(decoding: request.body, as: UTF8.self)
        let now = clock.elapsed
        enum Fate {
            case unreachable, lost
            case answered(String)
            case crash
        }
        let fate = state.withLock { state -> Fate in
            let faults = state.faults
            if state.dice.happens(faults.unreachable) { return .unreachable }
            if state.dice.happens(faults.crash) {
                if state.dice.happens(0.5) {
                    _ = state.answer(question, now: now, wall: clock.wall)
                }
                return .crash
            }
            if state.dice.happens(faults.requestLost) { return .lost }
            if !request.isQuery, state.dice.happens(faults.late) {
                state.late.append((now + state.dice.number(in: 1000...40_000), question))
                return .lost
            }
            let answer = state.answer(question, now: now, wall: clock.wall)
            return state.dice.happens(faults.answerLost) ? .lost : .answered(answer)
        }
        switch fate {
        case .unreachable: throw .unreachable("no route to the acquirer")
        case .lost: throw .noReply("timed out")
        case .crash:
            onCrash.withLock { $0 }?()
            throw .noReply("the daemon died")
        case .answered(let words):
            return ProviderReply(
                head: HTTPResponse(status: .ok), body: Array(words.utf8), request: request)
        }
    }
}
