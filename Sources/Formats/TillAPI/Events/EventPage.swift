// SPDX-License-Identifier: Apache-2.0

/// A stretch of the journal.
public struct EventPage: Codable, Sendable, Hashable {
    /// The events, oldest first: `[]`.
    public var events: [EventResource]
    /// Where the next page starts, as `after`: `"e1-42"`.
    public var last: String

    /// Creates the message from its parts.
    public init(
        events: [EventResource],
        last: String
    ) {
        self.events = events
        self.last = last
    }

    private enum CodingKeys: String, CodingKey {
        case events
        case last
    }
}
