// SPDX-License-Identifier: Apache-2.0
package import HTTPTypes

/// Signs and verifies notifications of the Standard Webhooks kind.
///
/// Source: Standard Webhooks 1.0.0, signature scheme and webhook headers.
package enum StandardWebhook {
    /// The longest `webhook-id`, in bytes.
    static let longestID = 256
    /// The most signatures that one header may carry.
    static let mostSignatures = 16
    /// The lengths that a shared secret may have, in bytes.
    static let secretLengths = 24...64

    /// Gives `v1,` and the base64 of HMAC-SHA256.
    package static func sign(id: String, timestamp: Int64, body: [UInt8], secret: [UInt8]) -> String {
        let code = MessageAuthentication.hmacSHA256(key: secret, content(id: id, timestamp: timestamp, body: body))
        return "v1," + Base64.encode(code)
    }

    /// Gives `v1a,` and the base64 of an Ed25519 signature.
    ///
    /// - Throws: ``SigningError/unsupported(_:)`` for a key of another kind.
    package static func sign(
        id: String, timestamp: Int64, body: [UInt8], key: SigningKey
    ) throws(SigningError) -> String {
        let signature = try key.sign(content(id: id, timestamp: timestamp, body: body), with: .ed25519)
        return "v1a," + Base64.encode(signature)
    }

    /// Accepts a notification that at least one of the secrets or keys has signed.
    ///
    /// - Parameters:
    ///   - now: The time of arrival, in seconds since 1970.
    ///   - tolerance: How far the timestamp may lie before or after `now`, in seconds.
    /// - Throws: ``SigningError/missing(_:)``, ``SigningError/malformed(field:why:)``, ``SigningError/stale`` or
    ///   ``SigningError/badSignature``.
    package static func verify(
        fields: HTTPFields, body: [UInt8], secrets: [[UInt8]], keys: [VerifyingKey], now: Int64,
        tolerance: Int64 = 300
    ) throws(SigningError) -> (id: String, timestamp: Int64) {
        let id = try only(.webhookID, in: fields)
        // The signed text is id.timestamp.body: an identifier with a full stop could be cut at another place.
        guard (1...longestID).contains(id.utf8.count), !id.utf8.contains(UInt8(ascii: ".")) else {
            throw .malformed(field: "webhook-id", why: "1 to \(longestID) characters without a full stop are expected")
        }
        let written = try only(.webhookTimestamp, in: fields)
        guard let timestamp = Int64(written), timestamp >= 0, String(timestamp) == written else {
            throw .malformed(field: "webhook-timestamp", why: "seconds since 1970 in digits are expected")
        }
        let signatures = try only(.webhookSignature, in: fields).split(separator: " ")
        guard (1...mostSignatures).contains(signatures.count) else {
            throw .malformed(field: "webhook-signature", why: "1 to \(mostSignatures) signatures are expected")
        }
        let (age, isFarOff) = now.subtractingReportingOverflow(timestamp)
        guard !isFarOff, age.magnitude <= max(0, tolerance).magnitude else { throw .stale }
        let signed = content(id: id, timestamp: timestamp, body: body)
        guard signatures.contains(where: { isValid($0, of: signed, secrets: secrets, keys: keys) }) else {
            throw .badSignature
        }
        return (id, timestamp)
    }

    /// Reads a shared secret as it is handed out, `whsec_` and base64 of 24 to 64 bytes.
    package static func secret(_ text: String) -> [UInt8]? {
        guard text.hasPrefix("whsec_"), let bytes = Base64.decode(String(text.dropFirst(6))),
            secretLengths.contains(bytes.count)
        else { return nil }
        return bytes
    }

    /// Reads a public Ed25519 key as it is handed out, `whpk_` and base64 of 32 bytes.
    package static func key(_ text: String) -> VerifyingKey? {
        guard text.hasPrefix("whpk_"), let bytes = Base64.decode(String(text.dropFirst(5))) else { return nil }
        return VerifyingKey(ed25519: bytes)
    }

    private static func content(id: String, timestamp: Int64, body: [UInt8]) -> [UInt8] {
        Array("\(id).\(timestamp).".utf8) + body
    }

    /// Tries every secret or key, so that the time tells nothing of which one matched.
    private static func isValid(
        _ text: Substring, of content: [UInt8], secrets: [[UInt8]], keys: [VerifyingKey]
    ) -> Bool {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let bytes = Base64.decode(String(parts[1])) else { return false }
        var isFound = false
        switch parts[0] {
        case "v1":
            for secret in secrets where VerifyingKey(secret: secret).isValid(bytes, of: content, with: .hmac) {
                isFound = true
            }
        case "v1a":
            for key in keys where key.isValid(bytes, of: content, with: .ed25519) { isFound = true }
        default:
            break  // A later version of the scheme stands beside those that are known.
        }
        return isFound
    }

    /// The value of a field that may stand once only.
    private static func only(_ name: HTTPField.Name, in fields: HTTPFields) throws(SigningError) -> String {
        let lines = fields.lines(name)
        guard let line = lines.first else { throw .missing("field \(name.canonicalName)") }
        guard lines.count == 1, line.count <= StructuredField.longest, line.allSatisfy({ (0x20...0x7E).contains($0) })
        else { throw .malformed(field: name.canonicalName, why: "one line of printable ascii is expected") }
        return String(decoding: line, as: UTF8.self)
    }
}
