// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle
import TillCore
import TillStore

extension Ledger {
    /// Reads an order when a condition holds, or as it stands when the time is over or the daemon
    /// stops.
    func order(
        _ id: OrderID, within patience: Duration,
        until condition: @escaping @Sendable (Order) -> Bool
    ) async throws -> Order {
        let found = try await first(within: patience) {
            let order = try await self.order(id)
            return condition(order) ? order : nil
        }
        if let found { return found }
        return try await order(id)
    }

    /// Reads events as soon as there are any, or none when the time is over.
    func events(after seq: Int64, about order: OrderID?, limit: Int, within patience: Duration)
        async throws -> [JournalEvent]
    {
        try await first(within: patience) {
            let events = try await self.events(after: seq, limit: limit, about: order)
            return events.isEmpty ? nil : events
        } ?? []
    }

    /// Looks now and after each commit, until something is found or the time is over.
    func first<Found: Sendable>(
        within patience: Duration, _ look: @escaping @Sendable () async throws -> Found?
    ) async throws -> Found? {
        // Before the first look, so that no commit falls between it and the waiting.
        let commits = wakeups(of: .journal)
        if let found = try await look() { return found }
        guard patience > .zero else { return nil }
        return try await withThrowingTaskGroup(of: Found?.self) { group in
            group.addTask {
                for await _ in commits.cancelOnGracefulShutdown() {
                    if let found = try await look() { return found }
                }
                return nil
            }
            group.addTask {
                // Cancelled when the other was first, and that is no error.
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
