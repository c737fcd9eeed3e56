// SPDX-License-Identifier: Apache-2.0

import CSimulatedDisk

/// Something that goes wrong at an operation of a disk.
package struct DiskFault: Sendable, Hashable {
    /// What happens then.
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// The operation fails, and nothing of it is done.
        case inputOutput, full
        /// Half of a write is done, and the disk says that it is full.
        case short
        /// The power goes: each sector that was not synced is kept, lost or torn.
        case powerCut
        /// The process dies in the middle of the operation.
        case kill
    }

    /// Which operations count.
    package let operation: DiskOperation
    /// Which of them is struck: 1 is the next.
    package let at: UInt64
    /// What happens.
    package let kind: Kind
    /// Whether all that follow are struck too.
    package let isLasting: Bool

    /// States all four.
    package init(_ kind: Kind, at: UInt64, of operation: DiskOperation = .anyChange, isLasting: Bool = false) {
        self.operation = operation
        self.at = at
        self.kind = kind
        self.isLasting = isLasting
    }
}

/// What is done to a disk.
package enum DiskOperation: Sendable, Hashable, CaseIterable {
    case open, read, write, sync, truncate, delete
    /// A write, sync, truncation or deletion.
    case anyChange
}

/// How far a disk keeps what it promises.
package enum DiskTrust: Sendable, Hashable {
    /// What was synced is safe.
    case honest
    /// Nothing is.
    case lies
    /// What was synced into a database is safe; its log is not: `synchronous = NORMAL`.
    case lazyLog
}

/// Which of a ledger's files a fault struck.
package enum StruckFile: Sendable, Hashable {
    case database, log
}

extension DiskOperation {
    var code: Int32 {
        switch self {
        case .open: Int32(SIMDISK_OPEN)
        case .read: Int32(SIMDISK_READ)
        case .write: Int32(SIMDISK_WRITE)
        case .sync: Int32(SIMDISK_SYNC)
        case .truncate: Int32(SIMDISK_TRUNCATE)
        case .delete: Int32(SIMDISK_DELETE)
        case .anyChange: Int32(SIMDISK_ANY_CHANGE)
        }
    }
}

extension DiskFault.Kind {
    var code: Int32 {
        switch self {
        case .inputOutput: Int32(SIMDISK_EIO)
        case .full: Int32(SIMDISK_ENOSPC)
        case .short: Int32(SIMDISK_SHORT)
        case .powerCut: Int32(SIMDISK_POWER_CUT)
        case .kill: Int32(SIMDISK_KILL)
        }
    }
}

extension DiskTrust {
    var code: Int32 {
        switch self {
        case .honest: Int32(SIMDISK_HONEST)
        case .lies: Int32(SIMDISK_LIES)
        case .lazyLog: Int32(SIMDISK_LAZY_LOG)
        }
    }
}
