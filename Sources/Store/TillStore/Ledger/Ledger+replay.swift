// SPDX-License-Identifier: Apache-2.0

package import TillCore

extension Ledger {
    /// The order that an earlier request of the same key was about, as it stands now; nil if there
    /// was none.
    ///
    /// - Throws: ``LedgerError/keyConflict(key:)`` if that one had another body.
    package func order(of key: IdempotencyKey) async throws -> Order? {
        try await read { db in
            let read = LedgerWrite(db: db, at: time.now, wall: clocks.wall(), boot: boot)
            return try read.subject(of: key).map { try read.order(OrderID($0)) }
        }
    }
}
