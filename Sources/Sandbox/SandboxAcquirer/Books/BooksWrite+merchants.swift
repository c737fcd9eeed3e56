// SPDX-License-Identifier: Apache-2.0

import GRDB
import Signing

extension BooksWrite {
    /// The merchant of that number.
    func merchant(_ id: String) throws -> Merchant? {
        try row("SELECT * FROM merchants WHERE id = ?", [id]).map(merchant(from:))
    }

    /// All merchants in the order of their numbers.
    func merchants() throws -> [Merchant] {
        try rows("SELECT * FROM merchants ORDER BY id").map(merchant(from:))
    }

    /// Adds a merchant and a key.
    func add(_ merchant: Merchant, key: MerchantKey) throws {
        guard try self.merchant(merchant.id) == nil else { throw BooksError.merchantExists(merchant.id) }
        try run(
            """
            INSERT INTO merchants (id, name, currency, script, scripts_by_amount, webhook_secret, allowed, denied)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                merchant.id, merchant.name, merchant.currency, merchant.script.description,
                merchant.scriptsByAmount ? 1 : 0,
                merchant.webhookSecret.map { Base64.encode($0) },
                merchant.allowed.joined(separator: " "), merchant.denied.joined(separator: " "),
            ])
        try add(key, of: merchant.id)
    }

    /// Adds a key to a merchant, or changes what a key of that name is.
    func add(_ key: MerchantKey, of merchant: String) throws {
        try run(
            "INSERT OR REPLACE INTO keys (merchant, id, algorithm, material) VALUES (?, ?, ?, ?)",
            [merchant, key.id, key.algorithm.rawValue, key.material])
    }

    /// A merchant's key.
    func key(_ id: String, of merchant: String) throws -> MerchantKey? {
        guard let row = try row("SELECT * FROM keys WHERE merchant = ? AND id = ?", [merchant, id]) else { return nil }
        return MerchantKey(id: id, algorithm: try word(row, "algorithm", of: "keys"), material: row["material"])
    }

    /// All keys of a merchant in the order of their names.
    func keys(of merchant: String) throws -> [MerchantKey] {
        try rows("SELECT * FROM keys WHERE merchant = ? ORDER BY id", [merchant]).map { row in
            MerchantKey(id: row["id"], algorithm: try word(row, "algorithm", of: "keys"), material: row["material"])
        }
    }

    /// Changes what happens to a merchant's payments by default; for all merchants when none is named.
    func setScript(_ script: Script, of merchant: String?) throws {
        try run("UPDATE merchants SET script = ?1 WHERE ?2 IS NULL OR id = ?2", [script.description, merchant])
    }

    private func merchant(from row: Row) throws -> Merchant {
        let allowed: String = row["allowed"]
        let denied: String = row["denied"]
        let secret: String? = row["webhook_secret"]
        return Merchant(
            id: row["id"], name: row["name"], currency: row["currency"], script: try script(row, of: "merchants"),
            scriptsByAmount: (row["scripts_by_amount"] as Int64) != 0,
            webhookSecret: secret.flatMap { Base64.decode($0) },
            allowed: allowed.split(separator: " ").map(String.init),
            denied: denied.split(separator: " ").map(String.init))
    }
}
