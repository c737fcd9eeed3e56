// SPDX-License-Identifier: Apache-2.0

/// One try to have a sale paid through one acquirer.
public struct AttemptResource: Codable, Sendable, Hashable {
    /// What the acquirer knows the try by, 26 characters: `"01JNA6T8W3YQ5ZKX0C7VDEFGHJ"`.
    public var reference: String
    /// The account of the configuration: `"main"`.
    public var account: String
    /// How the try stands: `"presented"`.
    public var state: AttemptState
    /// Why it is closing or closed; null before: `"expired"`.
    public var reason: AttemptReason?
    /// What the acquirer said when it refused; null otherwise: `"the acquirer refused: daily quota (daily_quota)"`.
    public var detail: String?
    /// Its payment code; null before the acquirer answered: `{"payload": "https://…"}`.
    public var code: CodeResource?

    /// Creates the message from its parts.
    public init(
        reference: String,
        account: String,
        state: AttemptState,
        reason: AttemptReason? = nil,
        detail: String? = nil,
        code: CodeResource? = nil
    ) {
        self.reference = reference
        self.account = account
        self.state = state
        self.reason = reason
        self.detail = detail
        self.code = code
    }

    private enum CodingKeys: String, CodingKey {
        case reference
        case account
        case state
        case reason
        case detail
        case code
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(reference, forKey: .reference)
        try members.encode(account, forKey: .account)
        try members.encode(state, forKey: .state)
        try members.encode(reason, forKey: .reason)
        try members.encode(detail, forKey: .detail)
        try members.encode(code, forKey: .code)
    }
}
