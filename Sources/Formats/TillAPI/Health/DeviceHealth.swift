// SPDX-License-Identifier: Apache-2.0

/// How a printer or a display does.
public struct DeviceHealth: Codable, Sendable, Hashable {
    /// The name in the configuration: `"counter"`.
    public var id: String
    /// One word, `"ok"` if it works: `"paper_out"`.
    public var state: String
    /// The same as a sentence for people; null if all is well: `"the paper is out: put in a new roll"`.
    public var detail: String?

    /// Creates the message from its parts.
    public init(
        id: String,
        state: String,
        detail: String? = nil
    ) {
        self.id = id
        self.state = state
        self.detail = detail
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case state
        case detail
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(state, forKey: .state)
        try members.encode(detail, forKey: .detail)
    }
}
