// SPDX-License-Identifier: Apache-2.0

import GRDB
import Synchronization

extension Ledger {
    /// Reads, after all writes before it, unless those take too long.
    ///
    /// A disk that hangs holds the connection, and no cancellation reaches it. So nobody waits for the connection
    /// here, but for word from it; what is read too late is thrown away.
    ///
    /// - Returns: nil if there was no word in time.
    func read<Value: Sendable>(
        within patience: Duration, _ clock: any Clock<Duration>,
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value? {
        let answer = LateAnswer<Value>()
        let (word, sender) = AsyncStream.makeStream(of: Void.self)
        database.asyncWriteWithoutTransaction { db in
            answer.set(Result { try work(db) })
            sender.finish()
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in word {} }
            group.addTask {
                // Called off when the word came first, and that is no error.
                try? await clock.sleep(for: patience)
            }
            await group.next()
            group.cancelAll()
        }
        return try answer.get()?.get()
    }
}

/// What came of a read for which perhaps nobody waits any more.
private final class LateAnswer<Value: Sendable>: Sendable {
    private let stored = Mutex<Result<Value, any Error>?>(nil)

    func set(_ result: Result<Value, any Error>) { stored.withLock { $0 = result } }

    func get() -> Result<Value, any Error>? { stored.withLock { $0 } }
}
