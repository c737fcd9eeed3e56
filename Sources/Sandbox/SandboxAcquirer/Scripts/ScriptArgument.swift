// SPDX-License-Identifier: Apache-2.0

/// What may stand behind a script word's colon.
package enum ScriptArgument: Sendable, Hashable {
    case none
    /// A time; the value is the one taken when none is written, in milliseconds.
    case time(Int64)
    /// How many calls it strikes; the value is the one taken when none is written.
    case count(Int64)

    /// The longest time that can be written: 30 days, in milliseconds.
    package static let longestTime: Int64 = 30 * 86_400_000
    /// The highest count that can be written.
    package static let highestCount: Int64 = 1000

    /// The value that stands for a word without a colon.
    package var usual: Int64 {
        switch self {
        case .none: 0
        case .time(let value), .count(let value): value
        }
    }
}
