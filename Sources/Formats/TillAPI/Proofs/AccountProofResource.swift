// SPDX-License-Identifier: Apache-2.0

/// How far one account is proven by its acquirer's statements.
public struct AccountProofResource: Codable, Sendable, Hashable {
    /// The account: `"main"`.
    public var account: String
    /// Whether its acquirer gives statements at all: `true`.
    public var hasStatements: Bool
    /// The last day up to which every day was compared and every difference is settled; null if
    /// there is none: `"2026-03-01"`.
    public var provenUntil: String?
    /// Why the next day is not compared yet; null if nothing is wrong: `"2026-03-02 is not ready"`.
    public var trouble: String?
    /// The days compared last, the newest first: `[]`.
    public var days: [ComparedDayResource]

    /// Creates the message from its parts.
    public init(
        account: String,
        hasStatements: Bool,
        provenUntil: String? = nil,
        trouble: String? = nil,
        days: [ComparedDayResource] = []
    ) {
        self.account = account
        self.hasStatements = hasStatements
        self.provenUntil = provenUntil
        self.trouble = trouble
        self.days = days
    }

    private enum CodingKeys: String, CodingKey {
        case account
        case hasStatements = "has_statements"
        case provenUntil = "proven_until"
        case trouble
        case days
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(account, forKey: .account)
        try members.encode(hasStatements, forKey: .hasStatements)
        try members.encode(provenUntil, forKey: .provenUntil)
        try members.encode(trouble, forKey: .trouble)
        try members.encode(days, forKey: .days)
    }
}
