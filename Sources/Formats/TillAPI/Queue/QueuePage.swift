// SPDX-License-Identifier: Apache-2.0

/// A stretch of the queue.
public struct QueuePage: Codable, Sendable, Hashable {
    /// The rows, oldest first: `[]`.
    public var rows: [QueueRowResource]
    /// Where the next page starts, as `after`: `17`.
    public var last: Int64
    /// The holds of sales and lanes, oldest first: `[]`.
    public var standing: [StandingHoldResource]

    /// Creates the message from its parts.
    public init(
        rows: [QueueRowResource],
        last: Int64,
        standing: [StandingHoldResource] = []
    ) {
        self.rows = rows
        self.last = last
        self.standing = standing
    }

    private enum CodingKeys: String, CodingKey {
        case rows
        case last
        case standing
    }
}
