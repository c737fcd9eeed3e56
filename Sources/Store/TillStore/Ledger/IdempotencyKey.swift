// SPDX-License-Identifier: Apache-2.0

import Signing
package import TillCore

/// What makes a request the same request: its key, its route and its body.
package struct IdempotencyKey: Sendable, Hashable {
    /// The route, such as `POST /v1/orders`.
    package let route: String
    /// The client's key.
    package let key: String
    /// SHA-256 of the body.
    package let requestHash: [UInt8]

    /// States route and key, and digests the body.
    package init(route: String, key: String, body: [UInt8]) {
        self.route = route.storable
        self.key = key.storable
        requestHash = Digest.sha256(body)
    }
}

/// What a request brought: new, or what an earlier one of the same key had brought.
package struct Accepted: Sendable, Hashable {
    /// The order as it stands now.
    package let order: Order
    /// Whether the key had been used before: nothing was done this time.
    package let isReplay: Bool
    /// The order's work that people hold back, as it stands with it.
    package let heldWork: [HeldWork]
}

extension LedgerWrite {
    /// What a request brought, with what stands beside the order.
    func accepted(_ order: Order, isReplay: Bool) throws -> Accepted {
        Accepted(order: order, isReplay: isReplay, heldWork: try Ledger.heldWork(of: order.id, in: db))
    }

    /// The subject of an earlier request of the same key; nil if there is none.
    ///
    /// - Throws: ``LedgerError/keyConflict(key:)`` if that one had another body.
    func subject(of key: IdempotencyKey?) throws -> String? {
        guard let key else { return nil }
        guard let (hash, subject) = try keyRow(key) else { return nil }
        guard hash == key.requestHash else { throw LedgerError.keyConflict(key: key.key) }
        return subject
    }

    /// Whether a request of the same key did this before, and about the same thing.
    ///
    /// - Throws: ``LedgerError/keyConflict(key:)`` if the key was used for anything else.
    func isRepeated(_ key: IdempotencyKey?, about id: String) throws -> Bool {
        guard let key, let subject = try subject(of: key) else { return false }
        guard subject == id else { throw LedgerError.keyConflict(key: key.key) }
        return true
    }
}
