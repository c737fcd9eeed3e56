// SPDX-License-Identifier: Apache-2.0

import GRDB
import Synchronization

/// Lets writes that wait at the same time share one COMMIT, each in a savepoint of its own.
///
/// No answer and no wake-up leaves before the COMMIT has returned. When it fails, its result is
/// unknown: nobody hears a success, and nothing is written any more.
final class GroupCommit: Sendable {
    /// One write: `run` inside the savepoint, then exactly one of `saved` and `failed`.
    struct Item: Sendable {
        let run: @Sendable (Database) throws -> Void
        let saved: @Sendable () -> Void
        let failed: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Item] = []
        var isScheduled = false
        var fault: LedgerError?
    }

    /// Writes that share one COMMIT at most, so that no client waits for a long queue of others.
    static let batchMax = 64

    private let database: DatabaseQueue
    private let state = Mutex(State())
    private let willWrite: @Sendable () -> Void
    private let took: @Sendable () -> Stopwatch?
    private let onFault: @Sendable (LedgerError) -> Void

    /// - Parameters:
    ///   - willWrite: called before each BEGIN; makes room on the disk, where it can.
    ///   - took: called before each BEGIN as well; takes the time until the COMMIT.
    ///   - onFault: called when a COMMIT failed; the daemon ends itself there.
    init(
        _ database: DatabaseQueue, willWrite: @escaping @Sendable () -> Void = {},
        took: @escaping @Sendable () -> Stopwatch? = { nil },
        onFault: @escaping @Sendable (LedgerError) -> Void
    ) {
        self.database = database
        self.willWrite = willWrite
        self.took = took
        self.onFault = onFault
    }

    /// Queues a write.
    func submit(_ item: Item) {
        enum Next {
            case nothing, schedule
            case refuse(LedgerError)
        }
        let next = state.withLock { state -> Next in
            if let fault = state.fault { return .refuse(fault) }
            state.waiting.append(item)
            if state.isScheduled { return .nothing }
            state.isScheduled = true
            return .schedule
        }
        switch next {
        case .nothing: break
        case .refuse(let fault): item.failed(fault)
        case .schedule: database.asyncWriteWithoutTransaction { self.drain($0) }
        }
    }

    /// Whether writes are refused.
    var hasEnded: Bool { state.withLock { $0.fault != nil } }

    /// Refuses all writes from now on; those that have not begun are lost.
    func end(because fault: LedgerError) {
        let rest = state.withLock { state -> [Item] in
            state.fault = state.fault ?? fault
            defer { state.waiting = [] }
            return state.waiting
        }
        for item in rest { item.failed(fault) }
    }

    private func drain(_ db: Database) {
        while true {
            let batch = state.withLock { state -> [Item] in
                let batch = Array(state.waiting.prefix(Self.batchMax))
                state.waiting.removeFirst(batch.count)
                if batch.isEmpty { state.isScheduled = false }
                return batch
            }
            guard !batch.isEmpty else { return }
            commit(batch, db)
        }
    }

    private func commit(_ batch: [Item], _ db: Database) {
        var failures: [Int: any Error] = [:]
        willWrite()
        let stopwatch = took()
        do {
            try db.run("BEGIN IMMEDIATE")
            for (index, item) in batch.enumerated() {
                do {
                    try db.run("SAVEPOINT item")
                    try item.run(db)
                    try db.run("RELEASE item")
                } catch {
                    failures[index] = error
                    // Some errors of SQLite roll the whole write back: then nobody's is saved.
                    guard db.isInsideTransaction else { throw error }
                    try db.run("ROLLBACK TO item")
                    try db.run("RELEASE item")
                }
            }
            guard db.isInsideTransaction else {
                throw LedgerError.commitFailed("the write was rolled back")
            }
            try db.run("COMMIT")
        } catch {
            fail(batch, because: error)
            // The result is unknown to everyone who waited; here the connection must not keep a
            // write open, or GRDB ends the process before the caller can.
            if db.isInsideTransaction { try? db.run("ROLLBACK") }
            return
        }
        stopwatch?.stop(writes: batch.count - failures.count)
        for (index, item) in batch.enumerated() {
            if let error = failures[index] { item.failed(error) } else { item.saved() }
        }
    }

    private func fail(_ batch: [Item], because error: any Error) {
        let fault = LedgerError.commitFailed("\(error)")
        end(because: fault)
        onFault(fault)
        for item in batch { item.failed(fault) }
    }
}
