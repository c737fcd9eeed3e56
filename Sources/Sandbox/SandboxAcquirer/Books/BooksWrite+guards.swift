// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// Keeps a nonce, and forgets those seen before a time.
    ///
    /// - Returns: whether it is new.
    func keepNonce(_ nonce: String, key: String, of merchant: String, at time: Int64, forgetting before: Int64) throws
        -> Bool
    {
        try run("DELETE FROM nonces WHERE seen_at < ?", [before])
        try run(
            "INSERT OR IGNORE INTO nonces (merchant, key, nonce, seen_at) VALUES (?, ?, ?, ?)",
            [merchant, key, nonce, time])
        return database.changesCount > 0
    }

    /// Keeps what an idempotency key was used for.
    ///
    /// - Returns: whether the key is new or was used for the same request.
    func keep(_ key: IdempotencyKey, of merchant: String, at time: Int64) throws -> Bool {
        let known = try row(
            "SELECT request FROM idempotency_keys WHERE merchant = ? AND key = ?", [merchant, key.text])
        if let known { return (known["request"] as String) == key.request }
        try run(
            "INSERT INTO idempotency_keys (merchant, key, request, at) VALUES (?, ?, ?, ?)",
            [merchant, key.text, key.request, time])
        return true
    }
}
