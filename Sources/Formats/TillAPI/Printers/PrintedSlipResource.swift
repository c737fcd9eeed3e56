// SPDX-License-Identifier: Apache-2.0

/// What came of a slip that somebody asked for: a test, or the figures of a day.
public struct PrintedSlipResource: Codable, Sendable, Hashable {
    /// The printer: `"counter"`.
    public var printer: String
    /// What is known: `"printed"`, `"unconfirmed"` (the printer cannot say), `"waits"` (it comes when the printer can
    /// print) or `"failed"`.
    public var result: String
    /// Why, as a sentence for people; null if it is printed: `"no paper"`.
    public var detail: String?

    /// Creates the message from its parts.
    public init(printer: String, result: String, detail: String? = nil) {
        self.printer = printer
        self.result = result
        self.detail = detail
    }

    private enum CodingKeys: String, CodingKey { case printer, result, detail }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(printer, forKey: .printer)
        try members.encode(result, forKey: .result)
        try members.encode(detail, forKey: .detail)
    }
}
