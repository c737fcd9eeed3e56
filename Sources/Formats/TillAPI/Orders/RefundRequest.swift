// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/orders/{id}/refunds`: gives money back.
public struct RefundRequest: RequestMessage {
    /// How much; all that is left if absent: `{"value": 500, "currency": "CNY"}`.
    public var amount: AmountRequest?
    /// Why, 1 to 256 characters: `"cold tea"`.
    public var note: String?

    /// Creates the message from its parts.
    public init(amount: AmountRequest? = nil, note: String? = nil) {
        self.amount = amount
        self.note = note
    }

    /// The members that the message knows.
    public static let members = ["amount", "note"]

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        if let part = try object.optionalObject("amount", known: AmountRequest.members) {
            amount = try AmountRequest(reading: part)
        } else {
            amount = nil
        }
        note = try object.optionalText("note", .note)
    }
}
