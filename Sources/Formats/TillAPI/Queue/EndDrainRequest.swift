// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/drain/end`: new sales again.
public struct EndDrainRequest: RequestMessage {
    /// Who, 1 to 64 characters; the door of the request if absent: `"anna"`.
    public var by: String?

    /// Creates the message from its parts.
    public init(by: String? = nil) {
        self.by = by
    }

    /// The members that the message knows.
    public static let members = ["by"]

    /// No body at all means the same as `{}`.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        by = try object.optionalText("by", .person)
    }
}
