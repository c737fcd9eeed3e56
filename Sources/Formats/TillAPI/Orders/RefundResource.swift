// SPDX-License-Identifier: Apache-2.0

/// Money that goes back to a payer.
public struct RefundResource: Codable, Sendable, Hashable {
    /// The refund's own name: `"01JNA6V1M5R8B2D4F6H8K0N2Q4"`.
    public var id: String
    /// The money that it gives back: `"pay_1"`.
    public var acquirerReference: String
    /// Why: `"asked"`.
    public var reason: RefundReason
    /// How much: `{"value": 500, "currency": "CNY"}`.
    public var amount: MoneyResource
    /// How far it is: `"sent"`.
    public var state: RefundState
    /// What the cashier wrote; null if nothing: `"cold tea"`.
    public var note: String?

    /// Creates the message from its parts.
    public init(
        id: String,
        acquirerReference: String,
        reason: RefundReason,
        amount: MoneyResource,
        state: RefundState,
        note: String? = nil
    ) {
        self.id = id
        self.acquirerReference = acquirerReference
        self.reason = reason
        self.amount = amount
        self.state = state
        self.note = note
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case acquirerReference = "acquirer_reference"
        case reason
        case amount
        case state
        case note
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(acquirerReference, forKey: .acquirerReference)
        try members.encode(reason, forKey: .reason)
        try members.encode(amount, forKey: .amount)
        try members.encode(state, forKey: .state)
        try members.encode(note, forKey: .note)
    }
}
