// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization

/// Looks at the disk of a ledger before each write, and keeps its ballast.
final class DiskWatch: Sendable {
    let room: DiskRoom
    private let ledger: String
    private let folder: String
    private let ballast: String
    private let isHeld: Mutex<Bool>

    init(ledger path: String, room: DiskRoom) {
        self.room = room
        ledger = path
        folder = DurableFile.folder(of: path)
        ballast = "\(path).ballast"
        isHeld = Mutex(Self.isWhole(ballast, room.ballast))
    }

    /// Looks at the disk: gives the ballast up where room is short, and makes it again where it is
    /// not.
    ///
    /// - Returns: the bytes that are free then; nil if nobody knows.
    @discardableResult
    func look() -> Int64? {
        guard let free = room.free(folder) else { return nil }
        return isHeld.withLock { isHeld in
            if isHeld, free < room.ballast {
                isHeld = false
                return unlink(ballast) == 0 ? room.free(folder) : free
            }
            if !isHeld, free >= room.reserve + room.ballast {
                isHeld = makeBallast()
                return isHeld ? room.free(folder) : free
            }
            return free
        }
    }

    /// What stands against a new sale: too little room; nil if nothing does.
    func shortage() -> LedgerError? {
        guard let free = look(), free < room.reserve else { return nil }
        return .diskFull(free: free, needed: room.reserve, path: ledger)
    }

    private func makeBallast() -> Bool {
        unlink(ballast)
        let descriptor = open(ballast, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let result = posix_fallocate(descriptor, 0, off_t(room.ballast))
        Glibc.close(descriptor)
        if result != 0 { unlink(ballast) }
        return result == 0
    }

    private static func isWhole(_ path: String, _ size: Int64) -> Bool {
        guard let status = FileStatus(path) else { return false }
        return status.isRegular && status.size == size
    }
}
