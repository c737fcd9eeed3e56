// SPDX-License-Identifier: Apache-2.0

/// One reason why no sale is opened.
public struct IntakeReason: Codable, Sendable, Hashable {
    /// The code of the problem that a sale gets: `"clock_implausible"`.
    public var code: String
    /// The same as a sentence for people: `"the clock is 3605 s behind that of the acquirer of main: set it"`.
    public var detail: String

    /// Creates the message from its parts.
    public init(code: String, detail: String) {
        self.code = code
        self.detail = detail
    }

    private enum CodingKeys: String, CodingKey {
        case code
        case detail
    }
}
