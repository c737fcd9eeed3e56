// SPDX-License-Identifier: Apache-2.0

package import JournalChain

/// What the examination of a whole ledger brought.
package struct ExaminedLedger: Sendable, Hashable {
    /// The head up to which it looked.
    package let head: JournalHead
    /// Rows whose chain fits.
    package let rows: Int
    /// Orders that are what their rows give.
    package let orders: Int
    /// Heads that were kept and fit.
    package let pins: Int
    /// What does not fit: the first row, the first order, and every head.
    package let faults: [LedgerFault]
}

extension JournalPin {
    /// What is wrong with a ledger, if a head that was kept says so.
    ///
    /// - Parameter hash: the hash that the ledger has for the row; nil if it has no such row.
    package func fault(ledger epoch: String, hash: [UInt8]?) -> LedgerFault? {
        let restored = self.epoch.map { $0 != epoch } ?? false
        let why = restored ? ", whose ledger had another life before it was restored" : ""
        guard let hash else {
            return LedgerFault(row: seq, "the kept head names it, and the journal ends before it\(why)")
        }
        return fits(hash)
            ? nil : LedgerFault(row: seq, "its hash is not the one that was kept\(why): rows up to it were rewritten")
    }
}
