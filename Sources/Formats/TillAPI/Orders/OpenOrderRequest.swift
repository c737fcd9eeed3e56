// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/orders`: opens a sale.
public struct OpenOrderRequest: RequestMessage {
    /// What the payer owes: `{"value": 1250, "currency": "CNY"}` or `{"decimal": "12.50", "currency": "CNY"}`.
    public var amount: AmountRequest
    /// What is sold, 1 to 128 characters: `"Tea"`.
    public var subject: String?
    /// The shop's own name for the sale, 1 to 64 characters of printable ASCII: `"tea-1"`.
    public var reference: String?
    /// The account to use; the first one that fits if absent: `"main"`.
    public var account: String?
    /// Seconds until the daemon gives the sale up, 30 to 1800; the setting if absent: `300`.
    public var deadlineSeconds: Int?
    /// Up to 16 notes of the shop, names to 40 and values to 256 characters: `{"table": "7"}`.
    public var metadata: [String: String]?

    /// Creates the message from its parts.
    public init(
        amount: AmountRequest,
        subject: String? = nil,
        reference: String? = nil,
        account: String? = nil,
        deadlineSeconds: Int? = nil,
        metadata: [String: String]? = nil
    ) {
        self.amount = amount
        self.subject = subject
        self.reference = reference
        self.account = account
        self.deadlineSeconds = deadlineSeconds
        self.metadata = metadata
    }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case amount
        case subject
        case reference
        case account
        case deadlineSeconds = "deadline_seconds"
        case metadata
    }

    /// The members that the message knows.
    public static var members: [String] { CodingKeys.allCases.map(\.rawValue) }

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        amount = try AmountRequest(
            reading: try object.object("amount", known: AmountRequest.members))
        subject = try object.optionalText("subject", .subject)
        reference = try object.optionalText("reference", .reference)
        account = try object.optionalText("account", .account)
        deadlineSeconds = try object.optionalInteger("deadline_seconds", 30...1800).map(Int.init)
        metadata = try object.optionalTexts(
            "metadata", limit: 16, names: .metadataName, values: .metadataValue)
    }
}
