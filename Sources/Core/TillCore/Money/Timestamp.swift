// SPDX-License-Identifier: Apache-2.0

/// A point in time: whole milliseconds since 1970-01-01 00:00 UTC.
public struct Timestamp: Sendable, Hashable, Codable, Comparable {
    /// Milliseconds since 1970 UTC.
    public let milliseconds: Int64

    /// Makes a point in time from milliseconds since 1970 UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Reads whole milliseconds.
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes whole milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

    /// The point in time a while later; fractions of a millisecond are dropped.
    public static func + (start: Timestamp, duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        return Timestamp(
            milliseconds: start.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// How long after `start` it is; negative if before.
    public func since(_ start: Timestamp) -> Duration {
        .milliseconds(milliseconds - start.milliseconds)
    }
}
