// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The time that passes, from an unknown zero.
enum Moment {
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    static func nap(_ time: Duration) {
        let parts = time.components
        var request = timespec(tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
        nanosleep(&request, nil)
    }

    /// Waits until something holds; says whether it came to hold in time.
    static func wait(_ limit: Duration, every pause: Duration = .milliseconds(2), until holds: () throws -> Bool)
        rethrows -> Bool
    {
        let deadline = now + limit
        while true {
            if try holds() { return true }
            if now >= deadline { return false }
            nap(pause)
        }
    }
}

extension Duration {
    /// For people.
    var milliseconds: Int { Int(self / .milliseconds(1)) }
}
