// SPDX-License-Identifier: Apache-2.0

/// A slip of paper.
public struct PrintResource: Codable, Sendable, Hashable {
    /// The slip's own name: `"01JNA6X3C5E7G9J1M3P5R7T9V1"`.
    public var id: String
    /// What it is: `"sale"`.
    public var kind: PrintKind
    /// Which copy it is; 0 is the original: `1`.
    public var copy: Int
    /// How far it is: `"printed"`.
    public var state: PrintState

    /// Creates the message from its parts.
    public init(
        id: String,
        kind: PrintKind,
        copy: Int,
        state: PrintState
    ) {
        self.id = id
        self.kind = kind
        self.copy = copy
        self.state = state
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case kind
        case copy
        case state
    }
}
