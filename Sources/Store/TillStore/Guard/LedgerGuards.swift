// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Those who watch over the file of a ledger; a ledger in memory has none.
final class LedgerGuards: Sendable {
    private struct State {
        var checkFault: LedgerError?
        var isCheckOwed: Bool
        var isBackingUp = false
    }

    /// Who watches the disk.
    let disk: DiskWatch?
    /// Who remembers how far the ledger got.
    let head: HeadKeeper?
    /// Whether the daemon before this one ended as it should.
    let followsCleanEnd: Bool
    private let state: Mutex<State>

    init(disk: DiskWatch?, head: HeadKeeper?, followsCleanEnd: Bool) {
        self.disk = disk
        self.head = head
        self.followsCleanEnd = followsCleanEnd
        state = Mutex(State(isCheckOwed: !followsCleanEnd))
    }

    /// What a check found; nil if nothing was found.
    var checkFault: LedgerError? { state.withLock { $0.checkFault } }

    /// Whether the end may be called clean: nothing was found, and no check is owed.
    var mayEndClean: Bool { state.withLock { $0.checkFault == nil && !$0.isCheckOwed } }

    /// Notes the end of a check.
    func noteCheck(_ fault: LedgerError?) {
        state.withLock { state in
            state.checkFault = state.checkFault ?? fault
            state.isCheckOwed = false
        }
    }

    /// Begins a backup; false if one is under way.
    func beginBackup() -> Bool {
        state.withLock { state in
            guard !state.isBackingUp else { return false }
            state.isBackingUp = true
            return true
        }
    }

    /// Ends a backup.
    func endBackup() { state.withLock { $0.isBackingUp = false } }
}
