// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The time that passes, in seconds from an unknown zero.
enum Ticks {
    /// The time of the wall, as far as intervals go.
    static func now() -> Double { read(CLOCK_MONOTONIC) }

    /// The time that the processor gave this thread.
    static func ofThisThread() -> Double { read(CLOCK_THREAD_CPUTIME_ID) }

    /// Rests.
    static func nap(_ seconds: Double) {
        guard seconds > 0 else { return }
        let whole = seconds.rounded(.down)
        var request = timespec(tv_sec: Int(whole), tv_nsec: min(999_999_999, Int((seconds - whole) * 1e9)))
        var left = timespec()
        while nanosleep(&request, &left) != 0, errno == EINTR { request = left }
    }

    /// Looks until something holds; says whether it came to hold in time.
    static func wait(_ limit: Double, every pause: Double = 0.002, until holds: () throws -> Bool) rethrows -> Bool {
        let end = now() + limit
        while true {
            if try holds() { return true }
            if now() >= end { return false }
            nap(pause)
        }
    }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
