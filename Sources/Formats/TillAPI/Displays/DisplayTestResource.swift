// SPDX-License-Identifier: Apache-2.0

/// What came of a test picture.
public struct DisplayTestResource: Codable, Sendable, Hashable {
    /// The display's name in the configuration: `"payer"`.
    public var display: String
    /// `"shown"`, `"busy"` with a sale, `"failed"`, or `"waits"` for a display that is slow to answer.
    public var result: String
    /// The same as a sentence for people; null if it is shown: `null`.
    public var detail: String?

    /// Creates the message from its parts.
    public init(display: String, result: String, detail: String? = nil) {
        self.display = display
        self.result = result
        self.detail = detail
    }

    private enum CodingKeys: String, CodingKey {
        case display
        case result
        case detail
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(display, forKey: .display)
        try members.encode(result, forKey: .result)
        try members.encode(detail, forKey: .detail)
    }
}
