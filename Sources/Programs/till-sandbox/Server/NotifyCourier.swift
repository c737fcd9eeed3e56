// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import HTTPTypes
import SandboxAcquirer
import ServiceLifecycle

/// Lets due things happen and carries notifies to their receivers.
struct NotifyCourier: Service {
    /// The longest that it sleeps, in milliseconds; a missed ring costs no more.
    private static let longestSleep: Int64 = 60_000

    /// What knows what is due.
    let bank: OpenPayBank
    /// What says when it is due.
    let clock: SandboxClock
    /// What carries notifies.
    let transport: HTTPTransport
    private let bell = Bell()

    /// Takes its parts; nothing happens before ``run()``.
    init(bank: OpenPayBank, clock: SandboxClock, transport: HTTPTransport) {
        self.bank = bank
        self.clock = clock
        self.transport = transport
    }

    /// Works until the program is asked to stop.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await deliverDue() == 0 { await sleep(until: try bank.nextDue()) }
                } catch {
                    FileHandle.standardError.write(Data("till-sandbox: the books failed: \(error)\n".utf8))
                    await sleep(until: clock.now + 1000)
                }
            }
        }
        transport.stop()
    }

    /// Says that something may be due earlier than before.
    func ring() { bell.ring() }

    /// Moves the time on, from one due thing to the next, and gives how many notifies were sent.
    func advance(by milliseconds: Int64) async throws -> Int {
        let end = clock.now + milliseconds
        var sent = 0
        while let due = try bank.nextDue(), due <= end {
            try clock.advance(to: due)
            sent += try await deliverDue()
        }
        try clock.advance(to: end)
        bell.ring()
        return sent
    }

    /// Delivers what is due now, and gives how many notifies that were.
    private func deliverDue() async throws -> Int {
        let deliveries = try bank.advance(to: clock.now, skew: clock.skew)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for delivery in deliveries {
                group.addTask {
                    let status = await send(delivery)
                    try bank.delivered(delivery.id, status: status, now: clock.now)
                }
            }
            try await group.waitForAll()
        }
        return deliveries.count
    }

    private func send(_ delivery: NotifyDelivery) async -> Int? {
        let limit = TransportLimits(
            connect: .seconds(3), total: .milliseconds(NotifySchedule.patience), answerBytes: OpenPayBank.bodyLimit)
        do throws(TransportError) {
            let answer = try await transport.send(
                TransportRequest(head: delivery.request, body: delivery.body, limit: limit))
            return answer.head.status.code
        } catch {
            return nil
        }
    }

    private func sleep(until due: Int64?) async {
        let wait = min(due.map { $0 - clock.now } ?? Self.longestSleep, Self.longestSleep)
        // With a time that stands still only a ring can make anything due.
        let milliseconds = clock.isVirtual ? Self.longestSleep : wait
        guard milliseconds > 0 else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.wait() }
            group.addTask {
                // Woken by the bell or the end, the sleep is simply over.
                try? await Task.sleep(for: .milliseconds(milliseconds))
            }
            await group.next()
            group.cancelAll()
        }
    }
}
