// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Keeps the file that remembers how far a ledger had got, without holding up a sale.
///
/// It is written after the start, at the end, and between them after so many rows or so much time,
/// on a queue of its own.
final class HeadKeeper: Sendable {
    /// Rows after which it is written again.
    static let rowsMax: Int64 = 500
    /// The time after which it is written again, if there is a new row.
    static let pause: Duration = .seconds(300)

    private struct State {
        var newest: LedgerHead?
        var written: LedgerHead?
        var writtenAt: Duration
        var isScheduled = false
    }

    private let file: HeadFile
    private let continuous: @Sendable () -> Duration
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "ledger.head")

    /// - Parameter continuous: a clock that never goes back.
    init(_ file: HeadFile, continuous: @escaping @Sendable () -> Duration) {
        self.file = file
        self.continuous = continuous
        state = Mutex(State(writtenAt: continuous()))
    }

    /// Notes a head whose COMMIT has returned.
    func note(_ head: LedgerHead) {
        let now = continuous()
        let isDue = state.withLock { state in
            state.newest = head
            guard !state.isScheduled else { return false }
            let rows = head.seq - (state.written?.seq ?? 0)
            guard rows >= Self.rowsMax || now - state.writtenAt >= Self.pause else { return false }
            state.isScheduled = true
            return true
        }
        // A file that cannot be written is tried again later: the one before is still true.
        if isDue { queue.async { try? self.write() } }
    }

    /// Returns when what was due has been written.
    func wait() { queue.sync {} }

    /// Writes the newest head now, and returns when it is on the disk.
    func writeNow(_ head: LedgerHead? = nil) throws(FileFault) {
        if let head { state.withLock { $0.newest = head } }
        let fault = queue.sync { () -> FileFault? in
            do throws(FileFault) {
                try write()
                return nil
            } catch {
                return error
            }
        }
        if let fault { throw fault }
    }

    private func write() throws(FileFault) {
        let now = continuous()
        let head = state.withLock { state -> LedgerHead? in
            state.isScheduled = false
            state.writtenAt = now
            return state.newest == state.written ? nil : state.newest
        }
        guard let head else { return }
        try file.write(head)
        state.withLock { $0.written = head }
    }
}
