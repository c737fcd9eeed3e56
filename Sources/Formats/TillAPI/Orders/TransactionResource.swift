// SPDX-License-Identifier: Apache-2.0

/// Money that an acquirer says it holds.
public struct TransactionResource: Codable, Sendable, Hashable {
    /// The account that it came through: `"main"`.
    public var account: String
    /// The acquirer's own name for it: `"pay_1"`.
    public var acquirerReference: String
    /// The reference of the try that it belongs to: `"01JNA6T8W3YQ5ZKX0C7VDEFGHJ"`.
    public var attempt: String
    /// What the payer paid: `{"value": 1250, "currency": "CNY"}`.
    public var amount: MoneyResource
    /// What becomes of it: `"kept"`.
    public var fate: TransactionFate
    /// Where the daemon learnt of it: `"notify"`.
    public var source: TransactionSource
    /// When the daemon learnt of it: `"2026-03-01T09:01:12.345Z"`.
    public var learntAt: WireTime

    /// Creates the message from its parts.
    public init(
        account: String,
        acquirerReference: String,
        attempt: String,
        amount: MoneyResource,
        fate: TransactionFate,
        source: TransactionSource,
        learntAt: WireTime
    ) {
        self.account = account
        self.acquirerReference = acquirerReference
        self.attempt = attempt
        self.amount = amount
        self.fate = fate
        self.source = source
        self.learntAt = learntAt
    }

    private enum CodingKeys: String, CodingKey {
        case account
        case acquirerReference = "acquirer_reference"
        case attempt
        case amount
        case fate
        case source
        case learntAt = "learnt_at"
    }
}
