// SPDX-License-Identifier: Apache-2.0

import Meters

extension GroupCommit {
    /// Takes the time of one COMMIT.
    struct Stopwatch: Sendable {
        private let meters: Meters
        private let clock: @Sendable () -> Duration
        private let start: Duration

        /// Starts now, by a clock that never goes back.
        init(_ meters: Meters, _ clock: @escaping @Sendable () -> Duration) {
            self.meters = meters
            self.clock = clock
            start = clock()
        }

        /// Notes that it is on the disk, with so many writes in it.
        func stop(writes: Int) {
            meters.commitDuration.note(clock() - start)
            meters.writes.note([], writes)
        }
    }
}
