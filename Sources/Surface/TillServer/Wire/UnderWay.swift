// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ServiceLifecycle
import Synchronization
import TillAPI

/// The writes that are being carried out, by their idempotency keys.
///
/// One that comes while another of the same key is under way waits for its end, and then finds in
/// the ledger what it brought. What takes longer than its patience is told that it is under way.
package final class UnderWay: Sendable {
    /// How long a write waits: longer than any that waits for an acquirer's code.
    package static let patience: Duration = .seconds(12)

    private let patience: Duration
    /// Who waits for each write that is under way.
    private let waiting = Mutex<[String: [AsyncStream<Void>.Continuation]]>([:])

    /// States how long a write waits.
    init(patience: Duration) { self.patience = patience }

    /// Carries out a write as the only one of its name.
    ///
    /// - Throws: a `Problem` with `idempotency_in_progress` if another one takes too long.
    func carryOut<Answer: Sendable>(
        _ name: String, _ work: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        if !enter(name) {
            guard await enters(name) else {
                throw Problem(
                    .idempotencyInProgress,
                    "the first request with this key is still being carried out: send it again in a second",
                    field: TillAPI.IdempotencyKey.header)
            }
        }
        defer { leave(name) }
        return try await work()
    }

    /// Begins a write, unless one of its name is under way.
    private func enter(_ name: String) -> Bool {
        waiting.withLock { waiting in
            guard waiting[name] == nil else { return false }
            waiting[name] = []
            return true
        }
    }

    private func leave(_ name: String) {
        let others = waiting.withLock { $0.removeValue(forKey: name) } ?? []
        for other in others { other.finish() }
    }

    /// Begins a write as soon as nobody else does, within the patience.
    private func enters(_ name: String) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    guard let turn = self.turn(name) else { return true }
                    for await _ in turn.cancelOnGracefulShutdown() {}
                    if Task.isShuttingDownGracefully { return false }
                }
                return false
            }
            group.addTask { [patience] in
                // Cancelled when the other was first, and that is no error.
                try? await Task.sleep(for: patience)
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            // It may have begun just when the time was over.
            return await group.reduce(first) { $0 || $1 }
        }
    }

    /// What ends when the write of that name does; nil if it has, and ours is under way.
    private func turn(_ name: String) -> AsyncStream<Void>? {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let isOurs = waiting.withLock { waiting in
            guard waiting[name] != nil else {
                waiting[name] = []
                return true
            }
            waiting[name]?.append(continuation)
            return false
        }
        return isOurs ? nil : stream
    }
}

extension APIRoute {
    /// The route, of which no two calls with one key are carried out at once.
    func once(_ underWay: UnderWay) -> APIRoute {
        guard method != .get else { return self }
        return APIRoute(method: method, pattern: pattern) { [answer] call in
            guard let key = call.key else { return try await answer(call) }
            return try await underWay.carryOut("\(call.route) \(call.id) \(key)") { try await answer(call) }
        }
    }
}
