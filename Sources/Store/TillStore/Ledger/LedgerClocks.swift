// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Time and randomness, which come in from the program.
package struct LedgerClocks: Sendable {
    /// The wall clock: for people, signatures and the business day.
    package let wall: @Sendable () -> Timestamp
    /// A clock that never goes back and counts through suspend; its zero does not matter.
    package let continuous: @Sendable () -> Duration
    /// As many random bytes as asked for.
    package let randomBytes: @Sendable (Int) -> [UInt8]

    /// States all three.
    package init(
        wall: @escaping @Sendable () -> Timestamp,
        continuous: @escaping @Sendable () -> Duration,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.wall = wall
        self.continuous = continuous
        self.randomBytes = randomBytes
    }
}
