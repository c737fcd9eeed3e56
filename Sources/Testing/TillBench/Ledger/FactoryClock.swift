// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TillCore
import TillStore

/// The time of a ledger that is made: it stands until it is moved.
final class FactoryClock: Sendable {
    private let start: Int64
    private let passed = Mutex<Int64>(0)
    private let names = Mutex<UInt8>(0)

    /// Takes the time of the first order, in milliseconds since 1970.
    init(start: Int64) { self.start = start }

    /// Lets a moment pass, in milliseconds.
    func pass(_ milliseconds: Int64) { passed.withLock { $0 += milliseconds } }

    /// What a ledger needs. Names are made of a count, so that the same ledger is made each time.
    var clocks: LedgerClocks {
        LedgerClocks(
            wall: { Timestamp(milliseconds: self.start + self.passed.withLock { $0 }) },
            continuous: { .milliseconds(self.passed.withLock { $0 }) },
            randomBytes: { count in
                let name = self.names.withLock { names in
                    names &+= 1
                    return names
                }
                return (0..<count).map { $0 == 0 ? name : UInt8(truncatingIfNeeded: 17 &* $0) }
            })
    }
}
