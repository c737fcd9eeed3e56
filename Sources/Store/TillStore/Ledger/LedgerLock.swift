// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// The exclusive lock that keeps a second daemon off the same ledger.
///
/// A file beside the ledger, because SQLite drops its own locks when it closes the ledger's file.
final class LedgerLock: Sendable {
    private let held: Mutex<Int32?>

    /// Takes the lock, or says that another has it.
    ///
    /// - Throws: ``LedgerError/inUse(path:)`` or ``LedgerError/unusable(path:why:)``.
    init(ledger path: String) throws(LedgerError) {
        let descriptor = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unusable(path: path, why: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let cause = errno
            close(descriptor)
            if cause == EWOULDBLOCK { throw .inUse(path: path) }
            throw .unusable(path: path, why: String(cString: strerror(cause)))
        }
        DurableFile.giveToOwner(ofFolder: "\(path).lock")
        held = Mutex(descriptor)
    }

    deinit { release() }

    /// Gives the lock back; the second time does nothing.
    func release() {
        let descriptor = held.withLock { held -> Int32? in
            defer { held = nil }
            return held
        }
        guard let descriptor else { return }
        // Unlocked by hand: a child between fork and exec still holds the descriptor.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
