// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/queue/{row, order or lane}/release`: it goes on.
public struct ReleaseWorkRequest: RequestMessage {
    /// Why, in the person's own words, 1 to 256 characters: `"the line is back"`.
    public var why: String?
    /// Who, 1 to 64 characters; the door of the request if absent: `"anna"`.
    public var by: String?

    /// Creates the message from its parts.
    public init(why: String? = nil, by: String? = nil) {
        self.why = why
        self.by = by
    }

    /// The members that the message knows.
    public static let members = ["why", "by"]

    /// No body at all means the same as `{}`.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        why = try object.optionalText("why", .note)
        by = try object.optionalText("by", .person)
    }
}
