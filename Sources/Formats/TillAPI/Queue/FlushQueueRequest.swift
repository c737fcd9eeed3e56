// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/queue/flush`: what waits for its time is due now.
public struct FlushQueueRequest: RequestMessage {
    /// Only what this sale owes; all if absent: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String?
    /// Who, 1 to 64 characters; the door of the request if absent: `"anna"`.
    public var by: String?

    /// Creates the message from its parts.
    public init(order: String? = nil, by: String? = nil) {
        self.order = order
        self.by = by
    }

    /// The members that the message knows.
    public static let members = ["order", "by"]

    /// No body at all means the same as `{}`.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        order = try object.optionalText("order", .identifier)
        by = try object.optionalText("by", .person)
    }
}
