// SPDX-License-Identifier: Apache-2.0

/// The payment code that a payer scans.
public struct CodeResource: Codable, Sendable, Hashable {
    /// The text in the QR code: `"https://pay.example/q/9f3"`.
    public var payload: String
    /// When the acquirer takes no more scans; null if it did not say: `"2026-03-01T09:05:00.000Z"`.
    public var expiresAt: WireTime?

    /// Creates the message from its parts.
    public init(
        payload: String,
        expiresAt: WireTime? = nil
    ) {
        self.payload = payload
        self.expiresAt = expiresAt
    }

    private enum CodingKeys: String, CodingKey {
        case payload
        case expiresAt = "expires_at"
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(payload, forKey: .payload)
        try members.encode(expiresAt, forKey: .expiresAt)
    }
}
