// SPDX-License-Identifier: Apache-2.0

/// The answer to settling a hold.
public struct SettledHold: Codable, Sendable, Hashable {
    /// The hold as it stands now: `{"id": "01JNA6W7S9T1V3X5Z7B9D1F3H5"}`.
    public var hold: HoldResource

    /// Creates the message from its parts.
    public init(
        hold: HoldResource
    ) {
        self.hold = hold
    }

    private enum CodingKeys: String, CodingKey {
        case hold
    }
}
