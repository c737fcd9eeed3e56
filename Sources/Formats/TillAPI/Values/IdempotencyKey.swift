// SPDX-License-Identifier: Apache-2.0

/// The name that makes a write happen once, however often it is sent.
public struct IdempotencyKey: Sendable, Hashable, CustomStringConvertible {
    /// The header's value: `"tea-1"`.
    public let description: String

    /// The name of the header.
    public static let header = "Idempotency-Key"
    /// The header of an answer that was given before.
    public static let replayedHeader = "Idempotency-Replayed"

    /// Takes 1 to 128 characters of printable ASCII.
    ///
    /// - Throws: `invalid_value` otherwise.
    public init(_ text: String) throws(Problem) {
        try TextRule.idempotencyKey.check(text, at: Self.header)
        description = text
    }
}
