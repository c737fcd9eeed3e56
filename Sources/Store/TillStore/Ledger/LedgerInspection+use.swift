// SPDX-License-Identifier: Apache-2.0

import Glibc

extension LedgerInspection {
    /// Whether a daemon has a ledger; the ledger itself is not touched, and need not be there.
    ///
    /// - Throws: ``LedgerError/unusable(path:why:)`` if its lock cannot be asked.
    package static func isInUse(_ path: String) throws(LedgerError) -> Bool {
        let lock = open("\(path).lock", O_RDONLY | O_CLOEXEC)
        guard lock >= 0 else {
            // Without a lock no daemon ever had it.
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw .unusable(path: path, why: String(cString: strerror(errno)))
        }
        defer { close(lock) }
        // Shared, so that two who ask do not take each other for a daemon; closing gives it up.
        if flock(lock, LOCK_SH | LOCK_NB) == 0 { return false }
        guard errno != EWOULDBLOCK else { return true }
        throw .unusable(path: path, why: String(cString: strerror(errno)))
    }
}
