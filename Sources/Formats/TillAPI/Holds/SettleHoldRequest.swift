// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/holds/{id}/settle`: a person decides.
public struct SettleHoldRequest: RequestMessage {
    /// One of the decisions that the hold offers: `"give_back"`.
    public var decision: String
    /// Why, in the person's own words, 1 to 256 characters: `"payer has left"`.
    public var note: String

    /// Creates the message from its parts.
    public init(decision: String, note: String) {
        self.decision = decision
        self.note = note
    }

    /// The members that the message knows.
    public static let members = ["decision", "note"]

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        decision = try object.text("decision", .decision)
        note = try object.text("note", .note)
    }
}
