// SPDX-License-Identifier: Apache-2.0

/// That a person holds work back.
public struct QueueHoldResource: Codable, Sendable, Hashable {
    /// How far it reaches: `"row"`, `"order"` or `"lane"`: `"row"`.
    public var scope: String
    /// Who, as they call themselves: `"anna"`.
    public var by: String
    /// Since when: `"2026-03-01T09:02:00.000Z"`.
    public var since: WireTime
    /// Why, in their own words: `"the acquirer works on its line"`.
    public var why: String

    /// Creates the message from its parts.
    public init(
        scope: String,
        by: String,
        since: WireTime,
        why: String
    ) {
        self.scope = scope
        self.by = by
        self.since = since
        self.why = why
    }

    private enum CodingKeys: String, CodingKey {
        case scope
        case by
        case since
        case why
    }
}
