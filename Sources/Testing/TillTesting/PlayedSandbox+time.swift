// SPDX-License-Identifier: Apache-2.0

import OpenPayProvider
import ProviderKit
import SandboxAcquirer
import Synchronization
package import TillCore

extension PlayedSandbox {
    package func advance() throws {
        let elapsed = clock.elapsed
        let late = state.withLock { state in
            let late = state.late.filter { $0.at <= elapsed }.sorted { $0.at < $1.at }
            state.late.removeAll { $0.at <= elapsed }
            return late
        }
        for (at, request) in late {
            state.withLock {
                $0.arrived += 1
                $0.bankDue = nil
            }
            _ = bank.answer(
                request.head, body: request.body, from: "127.0.0.1",
                now: WorldClock.beginning + at)
        }
        // A look is cheaper than a write, and mostly nothing is due.
        while let due = try bankDue(), due <= now {
            let deliveries = try bank.advance(to: now)
            state.withLock { $0.bankDue = nil }
            for delivery in deliveries { try post(delivery) }
        }
    }

    /// Puts a notify on its way; what the line loses is told to the bank as no answer.
    private func post(_ delivery: NotifyDelivery) throws {
        let elapsed = clock.elapsed
        let isLost = state.withLock { state -> Bool in
            if state.dice.happens(state.faults.notifyLost) { return true }
            let copies = state.dice.happens(state.faults.notifyTwice) ? 2 : 1
            for _ in 0..<copies {
                let isBroken = state.dice.happens(state.faults.notifyBroken)
                let delay = state.dice.number(in: 0...state.faults.notifyDelay)
                state.notifies.append(
                    (elapsed + delay, delivery, isBroken ? delivery.body + [0x20] : delivery.body))
            }
            return false
        }
        if isLost { try delivered(delivery, status: nil) }
    }

    /// Tells the bank what became of a notify.
    private func delivered(_ delivery: NotifyDelivery, status: Int?) throws {
        try bank.delivered(delivery.id, status: status, now: now)
        state.withLock { $0.bankDue = nil }
    }

    package func arrivedNotifies() -> [ArrivedNotify] {
        let elapsed = clock.elapsed
        let arrived = state.withLock { state in
            let arrived = state.notifies.filter { $0.at <= elapsed }.sorted { $0.at < $1.at }
            state.notifies.removeAll { $0.at <= elapsed }
            return arrived
        }
        return arrived.map { _, delivery, body in
            let notify = Notify(head: delivery.request, body: body)
            return ArrivedNotify(
                raw: body,
                read: { [provider] moment throws(ProviderError) in
                    try provider.readNotify(notify, at: moment)
                },
                acknowledge: { status in try self.delivered(delivery, status: status) })
        }
    }

    package func nextDue() throws -> Int64? {
        let banks = try bankDue().map { $0 - WorldClock.beginning }
        let lines = state.withLock { state in
            (state.late.map(\.at) + state.notifies.map(\.at)).min()
        }
        return [banks, lines].compactMap { $0 }.min()
    }

    package func held(_ reference: AttemptReference) throws -> Int64 {
        try books.held(orderNo: reference.text).reduce(0) { $0 + $1.amount.value }
    }

    package func isOpen(_ reference: AttemptReference) throws -> Bool {
        try books.payments(orderNo: reference.text).contains {
            $0.status == .created || $0.status == .pending
        }
    }

    package func paymentTimes() throws -> [AttemptReference: Int64] {
        try books.payments().reduce(into: [:]) { times, payment in
            guard let at = payment.paidAt.map({ $0 - WorldClock.beginning }) else { return }
            let reference = AttemptReference(payment.orderNo)
            times[reference] = min(times[reference] ?? .max, at)
        }
    }

    /// How many requests reached the bank.
    package var requestsArrived: Int { state.withLock { $0.arrived } }
}
