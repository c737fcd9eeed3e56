// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// Tells a display that hangs from a machine that is slow: one takes no processor's time, the other all that it gets.
///
/// A code that a slow machine has not drawn over yet is still a code that somebody may pay.
struct HangWatch: Sendable {
    /// From when on it is looked at, and how often from then on.
    static let first: Duration = .milliseconds(1800)
    static let step: Duration = .milliseconds(200)
    /// When it ends, whatever it does.
    static let longest: Duration = .seconds(10)

    private var elapsed: Duration = .zero
    private var used: Duration = .zero

    /// Decides whether what was begun is to be waited for no longer.
    ///
    /// - Parameters:
    ///   - elapsed: the time since it began.
    ///   - used: the processors' time that it took since then.
    mutating func isOver(at elapsed: Duration, used: Duration) -> Bool {
        let isBusy = (used - self.used) * 2 >= elapsed - self.elapsed
        (self.elapsed, self.used) = (elapsed, used)
        return !isBusy || elapsed >= Self.longest
    }

    /// Ends the program with status 69 as soon as it is over, from a thread that no display can hold up.
    static func begin() {
        Thread.detachNewThread {
            var watch = HangWatch()
            let (began, usedBefore) = (SystemClocks.continuous(), processorTime())
            var pause = first
            repeat {
                Thread.sleep(forTimeInterval: pause / .seconds(1))
                pause = step
            } while !watch.isOver(at: SystemClocks.continuous() - began, used: processorTime() - usedBefore)
            Ending.say("a display hangs: look at it")
            _exit(69)
        }
    }

    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
