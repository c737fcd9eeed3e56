// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/webhooks`: who is told of sales from now on.
public struct AddWebhookRequest: RequestMessage {
    /// Where, `https`, or `http` to a host that the settings allow: `"https://erp.example/till"`.
    public var url: String
    /// What people call it, 1 to 64 characters: `"erp"`.
    public var name: String?
    /// Which events, 1 to 32 types or groups of them; the usual ones if absent: `["order.paid", "refund.*"]`.
    public var events: [String]?
    /// The event after which it begins, or `first`; what comes from now on if absent: `"e1-42"`.
    public var after: String?

    /// Creates the message from its parts.
    public init(url: String, name: String? = nil, events: [String]? = nil, after: String? = nil) {
        self.url = url
        self.name = name
        self.events = events
        self.after = after
    }

    /// The members that the message knows.
    public static let members = ["url", "name", "events", "after"]

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        url = try object.text("url", .url)
        name = try object.optionalText("name", .person)
        events = try object.optionalTextList("events", limit: 32, .eventType)
        after = try object.optionalText("after", .identifier)
    }
}
