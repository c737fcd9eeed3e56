// SPDX-License-Identifier: Apache-2.0

/// What a number of the table counts.
enum Unit: String, Hashable, CaseIterable {
    /// So many times the yardstick.
    case times
    /// Seconds, shown in the unit that suits them.
    case seconds
    /// So many a second.
    case perSecond
    /// Bytes, shown whole.
    case bytes
    /// Bytes of memory, shown in MiB.
    case memory
    /// Bytes of a file, shown in MB.
    case size
    /// Hundredths.
    case percent

    /// A value in this unit, for people.
    func text(_ value: Double) -> String {
        switch self {
        case .times: "\(Number.text(value)) x"
        case .seconds: Self.time(value)
        case .perSecond: "\(Number.text(value))/s"
        case .bytes: "\(Number.text(value.rounded())) B"
        case .memory: "\(Number.text(value / 1_048_576)) MiB"
        case .size: "\(Number.text(value / 1_000_000)) MB"
        case .percent: "\(Number.text(value)) %"
        }
    }

    private static func time(_ seconds: Double) -> String {
        switch abs(seconds) {
        case ..<1e-3: "\(Number.text(seconds * 1e6)) µs"
        case ..<1: "\(Number.text(seconds * 1e3)) ms"
        default: "\(Number.text(seconds)) s"
        }
    }
}
