// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/queue/{row, order or lane}/hold`: nobody works on it until it is released.
public struct HoldWorkRequest: RequestMessage {
    /// Why, in the person's own words, 1 to 256 characters: `"the acquirer works on its line"`.
    public var why: String
    /// Who, 1 to 64 characters; the door of the request if absent: `"anna"`.
    public var by: String?

    /// Creates the message from its parts.
    public init(why: String, by: String? = nil) {
        self.why = why
        self.by = by
    }

    /// The members that the message knows.
    public static let members = ["why", "by"]

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        why = try object.text("why", .note)
        by = try object.optionalText("by", .person)
    }
}
