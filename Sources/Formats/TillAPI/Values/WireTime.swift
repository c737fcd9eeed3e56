// SPDX-License-Identifier: Apache-2.0

/// A point of time, RFC 3339 text on the wire: `"2026-03-01T09:00:00.000Z"`.
///
/// It is written in UTC with exactly three decimals, and read in any form of the RFC; decimals
/// after the third are cut off. A leap second is the second after it, as in POSIX time.
/// Source: RFC 3339, section 5.6 and appendix D.
public struct WireTime: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970 in UTC, within ``range``.
    public let milliseconds: Int64

    /// The years that four digits can say, 0000 to 9999, in milliseconds since 1970.
    public static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

    /// Takes milliseconds since 1970 in UTC.
    ///
    /// Outside of ``range`` it becomes the nearest time that can be written.
    public init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Whether one time is earlier than another.
    public static func < (one: WireTime, other: WireTime) -> Bool {
        one.milliseconds < other.milliseconds
    }
}

extension WireTime: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = WireTime(text: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not an RFC 3339 time: write it like 2026-03-01T09:00:00.000Z")
        }
        self = time
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
