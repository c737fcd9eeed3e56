// SPDX-License-Identifier: Apache-2.0

import GRDB
import Signing

extension BooksWrite {
    /// Every change of what the platform signs with, in the order of their times.
    func rotations() throws -> [KeyRotation] {
        try rows("SELECT * FROM rotations ORDER BY since, number").map { row in
            let secret: String? = row["secret"]
            let pem: String = row["key"]
            return KeyRotation(
                keys: PlatformKeys(id: row["key_id"], signing: try SigningKey(pem: pem)), since: row["since"],
                overlapEnd: row["overlap_end"], merchant: row["merchant"],
                webhookSecret: secret.flatMap { Base64.decode($0) })
        }
    }

    /// Enters a change.
    func rotate(_ rotation: KeyRotation) throws {
        guard Merchant.isIdentifier(rotation.keys.id) else {
            throw BooksError.badKey(field: "id", why: "write 1 to 32 letters, digits, \"-\" and \"_\"")
        }
        guard rotation.since <= rotation.overlapEnd else {
            throw BooksError.badKey(field: "overlap_ms", why: "write zero or more")
        }
        let known = try number("SELECT count(*) FROM rotations WHERE key_id = ?", [rotation.keys.id]) ?? 0
        guard known == 0, rotation.keys.id != PlatformKeys.firstID else {
            throw BooksError.badKey(field: "id", why: "there is a key \(rotation.keys.id) already: choose another name")
        }
        if let merchant = rotation.merchant, try self.merchant(merchant) == nil {
            throw BooksError.unknownMerchant(merchant)
        }
        guard (rotation.merchant == nil) == (rotation.webhookSecret == nil) else {
            throw BooksError.badKey(field: "webhook_secret", why: "write it together with merchant")
        }
        try run(
            "INSERT INTO rotations (key_id, key, since, overlap_end, merchant, secret) VALUES (?, ?, ?, ?, ?, ?)",
            [
                rotation.keys.id, try rotation.keys.signing.pem(), rotation.since, rotation.overlapEnd,
                rotation.merchant, rotation.webhookSecret.map { Base64.encode($0) },
            ])
    }
}
