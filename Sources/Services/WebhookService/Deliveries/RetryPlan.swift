// SPDX-License-Identifier: Apache-2.0

/// When a delivery is tried again that was tried in vain.
///
/// ```
///  at once   5 s   5 min   30 min   2 h   5 h   10 h   14 h   20 h   24 h   given up
///                                                              75 h and 35 min later, or a little more
/// ```
///
/// Source: Standard Webhooks 1.0.0, deliverability and reliability.
package enum RetryPlan {
    /// The pauses between the tries.
    package static let pauses: [Duration] = [
        .seconds(5), .seconds(300), .seconds(1800), .seconds(7200), .seconds(18_000), .seconds(36_000),
        .seconds(50_400),
        .seconds(72_000), .seconds(86_400),
    ]

    /// How long to wait after some tries; nil to give up.
    ///
    /// - Parameters:
    ///   - tries: the tries so far, from 1.
    ///   - chance: two random bytes: a pause is up to a tenth longer, so that not all come at once.
    package static func pause(after tries: Int, chance: [UInt8]) -> Duration? {
        guard (1...pauses.count).contains(tries) else { return nil }
        let share = chance.reduce(0) { $0 << 8 | Int($1) } % 1000
        return pauses[tries - 1] + pauses[tries - 1] * share / 10_000
    }

    /// How long an endpoint is left alone that did not answer, or asks for less.
    ///
    /// - Parameters:
    ///   - failures: how often that was so in a row, from 1.
    ///   - wish: how long it wants to be left alone; nil if it did not say.
    package static func rest(after failures: Int, wish: Duration?) -> Duration {
        let own = Duration.seconds(5 << min(max(failures - 1, 0), 6))
        return min(max(min(own, .seconds(300)), wish ?? .zero), .seconds(3600))
    }
}
