// SPDX-License-Identifier: Apache-2.0

/// A clock by which everything takes too long.
struct HurriedClock: Clock {
    var now: ContinuousClock.Instant { ContinuousClock().now }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {}
}
