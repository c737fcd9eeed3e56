// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import TillCore

extension LedgerWrite {
    /// The body's hash and the subject that are stored for a key.
    func keyRow(_ key: IdempotencyKey) throws -> ([UInt8], String)? {
        try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT request_hash, subject FROM keys WHERE route = ? AND key = ?"),
            arguments: [key.route, key.key]
        ).map { (try $0.bytes("request_hash"), try $0.value("subject")) }
    }

    /// Remembers a key for as long as its subject lives.
    func remember(_ key: IdempotencyKey?, subject: String) throws {
        guard let key else { return }
        try db.run(
            "INSERT INTO keys (route, key, request_hash, subject) VALUES (?, ?, ?, ?)",
            arguments: [key.route, key.key, Data(key.requestHash), subject])
    }

    /// Reads an order that must be there.
    func order(_ id: OrderID) throws -> Order {
        guard let order = try OrderRecord.load(id, in: db) else {
            throw LedgerError.noSuchOrder(id)
        }
        return order
    }
}
