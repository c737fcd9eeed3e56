// SPDX-License-Identifier: Apache-2.0

/// A code that was read back from a customer screen's picture.
public struct CodeScanResource: Codable, Sendable, Hashable {
    /// `"matches"`, `"no_code"`, `"other_code"`, `"several_codes"` or `"not_read"`.
    public var result: String
    /// When: `"2026-03-01T09:00:00.000Z"`.
    public var at: WireTime
    /// Whether it was a sample that was never shown: `false`.
    public var isSample: Bool

    /// Creates the message from its parts.
    public init(result: String, at: WireTime, isSample: Bool) {
        self.result = result
        self.at = at
        self.isSample = isSample
    }

    private enum CodingKeys: String, CodingKey {
        case result
        case at
        case isSample = "is_sample"
    }
}
