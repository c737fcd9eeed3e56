// SPDX-License-Identifier: Apache-2.0

/// Work of one sale that a person holds back.
public struct HeldWorkResource: Codable, Sendable, Hashable {
    /// The row of the queue: `17`.
    public var row: Int64
    /// What is not done meanwhile: `"watch"`.
    public var what: QueueWork
    /// Who, since when and why: `{"scope": "row"}`.
    public var held: QueueHoldResource

    /// Creates the message from its parts.
    public init(
        row: Int64,
        what: QueueWork,
        held: QueueHoldResource
    ) {
        self.row = row
        self.what = what
        self.held = held
    }

    private enum CodingKeys: String, CodingKey {
        case row
        case what
        case held
    }
}
