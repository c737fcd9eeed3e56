// SPDX-License-Identifier: Apache-2.0

import Signing

extension OpenPayDesk {
    /// The longest that a rotation waits or overlaps, in milliseconds: 30 days.
    static let longestRotation: Int64 = 30 * 86_400_000

    /// `GET /sandbox/keys`: what the platform signs with, signed with and will sign with, the oldest first.
    func readKeys() throws -> JSONValue {
        let first = JSONValue.object(
            ("id", .string(bank.keys.id)), ("public_key", .string(try bank.keys.signing.verifyingKey.pem())))
        return .object(("keys", .array([first] + (try books.rotations().map(entry)))))
    }

    /// `POST /sandbox/keys`: `{id, key, after_ms?, overlap_ms?, merchant?, webhook_secret?}`; the key is a private one.
    func rotateKeys(_ content: JSONValue) throws -> JSONValue {
        let reader = try BodyReader(
            content, knows: ["id", "key", "after_ms", "overlap_ms", "merchant", "webhook_secret"])
        let pem = try reader.text("key", 1...8192)
        let key: SigningKey
        do throws(SigningError) {
            key = try SigningKey(pem: pem)
            _ = try key.sign([], with: .ed25519)
        } catch {
            throw Problem.invalid("key", "\(error)")
        }
        let secretText = try reader.optionalText("webhook_secret", 1...128)
        let secret = secretText.flatMap { StandardWebhook.secret($0) }
        guard (secretText == nil) == (secret == nil) else {
            throw Problem.invalid("webhook_secret", "send \"whsec_\" and 24 to 64 bytes in base64")
        }
        let since = now + (try time("after_ms", in: content, otherwise: 0))
        let rotation = KeyRotation(
            keys: PlatformKeys(id: try reader.text("id", 1...32), signing: key), since: since,
            overlapEnd: since + (try time("overlap_ms", in: content, otherwise: Self.dayLength)),
            merchant: try reader.optionalText("merchant", 1...32), webhookSecret: secret)
        try books.rotate(rotation)
        return try entry(rotation)
    }

    private func time(_ name: String, in content: JSONValue, otherwise: Int64) throws(Problem) -> Int64 {
        guard let value = content[name] else { return otherwise }
        guard let time = value.whole, (0...Self.longestRotation).contains(time) else {
            throw .invalid(name, "send 0 to \(Self.longestRotation)")
        }
        return time
    }

    private func entry(_ rotation: KeyRotation) throws -> JSONValue {
        .object(
            ("id", .string(rotation.keys.id)), ("public_key", .string(try rotation.keys.signing.verifyingKey.pem())),
            ("since", .string(RFC3339.text(rotation.since))),
            ("overlap_end", .string(RFC3339.text(rotation.overlapEnd))),
            ("merchant", rotation.merchant.map { .string($0) }))
    }
}
