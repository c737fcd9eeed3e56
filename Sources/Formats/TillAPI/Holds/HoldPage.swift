// SPDX-License-Identifier: Apache-2.0

/// A list of holds.
public struct HoldPage: Codable, Sendable, Hashable {
    /// The holds, oldest first: `[]`.
    public var holds: [HoldResource]

    /// Creates the message from its parts.
    public init(
        holds: [HoldResource]
    ) {
        self.holds = holds
    }

    private enum CodingKeys: String, CodingKey {
        case holds
    }
}
