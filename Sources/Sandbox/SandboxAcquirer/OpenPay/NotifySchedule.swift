// SPDX-License-Identifier: Apache-2.0

/// When a notify is sent again.
///
/// Source: OpenPay, section 4.
package enum NotifySchedule {
    /// The waits between the tries, in milliseconds: the first try is at once.
    package static let waits: [Int64] =
        [5, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200].map { $0 * 1000 }
        + Array(repeating: 86_400_000, count: 7)

    /// The most that jitter adds to a wait, in thousandths of it.
    package static let jitter: Int64 = 100

    /// How long the receiver has to answer, in milliseconds.
    package static let patience: Int64 = 5000

    /// The wait after a number of tries, in milliseconds with jitter; nil when there is no further try.
    static func wait(afterTries tries: Int64, random: UInt64) -> Int64? {
        guard tries >= 1, tries <= Int64(waits.count) else { return nil }
        let wait = waits[Int(tries) - 1]
        return wait + wait * Int64(random % UInt64(jitter + 1)) / 1000
    }
}
