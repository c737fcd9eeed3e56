// SPDX-License-Identifier: Apache-2.0

/// A token of the local API, without the token itself: the daemon keeps its digest only.
public struct TokenResource: Codable, Sendable, Hashable {
    /// What it is called: `"kiosk-2"`.
    public var name: String
    /// What its owner may do: `["sale"]`.
    public var roles: [TokenRole]
    /// When it was made: `"2026-03-01T09:00:00.000Z"`.
    public var madeAt: WireTime
    /// Who made it, as the journal calls them: `"socket"`.
    public var madeBy: String
    /// When it ends by itself; null if it does not: `"2027-03-01T09:00:00.000Z"`.
    public var expiresAt: WireTime?
    /// The hour in which it was shown last; null if it never was: `"2026-03-01T10:00:00.000Z"`.
    public var lastUsedAt: WireTime?

    /// Creates the message from its parts.
    public init(
        name: String, roles: [TokenRole], madeAt: WireTime, madeBy: String, expiresAt: WireTime? = nil,
        lastUsedAt: WireTime? = nil
    ) {
        self.name = name
        self.roles = roles
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case roles
        case madeAt = "made_at"
        case madeBy = "made_by"
        case expiresAt = "expires_at"
        case lastUsedAt = "last_used_at"
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(name, forKey: .name)
        try members.encode(roles, forKey: .roles)
        try members.encode(madeAt, forKey: .madeAt)
        try members.encode(madeBy, forKey: .madeBy)
        try members.encode(expiresAt, forKey: .expiresAt)
        try members.encode(lastUsedAt, forKey: .lastUsedAt)
    }
}
