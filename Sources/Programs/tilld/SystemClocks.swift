// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProviderKit
import TillCore
import TillStore

/// The machine's clocks and randomness: the one place where they come from.
enum SystemClocks {
    /// The wall clock.
    @Sendable static func wall() -> Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    private static let start = ContinuousClock.now

    /// A clock that never goes back and counts while the machine sleeps.
    @Sendable static func continuous() -> Duration {
        start.duration(to: .now)
    }

    /// Time since the machine was started; the same for all processes.
    @Sendable static func sinceBoot() -> Duration {
        .milliseconds(Int64(ProcessInfo.processInfo.systemUptime * 1000))
    }

    /// Bytes of the kernel's.
    @Sendable static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// Now and a nonce.
    @Sendable static func moment() -> Moment { Moment(now: wall(), nonce: randomBytes(16)) }

    /// What a ledger needs.
    static let forLedger = LedgerClocks(
        wall: wall, continuous: continuous, randomBytes: randomBytes)
}
