// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/webhooks/{id}/redeliver`: what it is told once more; all that waits or was given up if empty.
public struct RedeliverRequest: RequestMessage {
    /// One event, by its id, whether it was delivered or not: `"e1-42"`.
    public var message: String?
    /// All events of interest after one, or `first`: `"e1-42"`.
    public var after: String?

    /// Creates the message from its parts.
    public init(message: String? = nil, after: String? = nil) {
        self.message = message
        self.after = after
    }

    /// The members that the message knows.
    public static let members = ["message", "after"]

    /// Nothing to say is all that was not delivered.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        message = try object.optionalText("message", .identifier)
        after = try object.optionalText("after", .identifier)
        guard message == nil || after == nil else {
            throw Problem(
                .invalidValue, "message and after exclude each other: send one of them", field: object.path(to: "after")
            )
        }
    }
}
