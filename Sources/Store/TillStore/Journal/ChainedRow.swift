// SPDX-License-Identifier: Apache-2.0

import GRDB
package import JournalChain
import TillCore

/// A row of the journal exactly as it is stored, with what it says.
package struct ChainedRow: Sendable, Hashable {
    /// The stored fields that the hash covers.
    package let link: Chain.Link
    /// The hash of the row before.
    package let before: [UInt8]
    /// The stored hash.
    package let chain: [UInt8]
    /// What the row says.
    package let entry: JournalEntry
}

extension Chain.Link {
    /// The columns that a link is read from, in the order in which ``init(chained:)`` expects them.
    static let columns = "seq, at, wall, boot, by, order_id, entry, status, chain"

    /// Reads a row of ``columns``.
    ///
    /// - Throws: an error if the file holds something else there, as a damaged one may.
    init(chained row: Row) throws {
        self.init(
            seq: try row.decode(Int64.self, atIndex: 0), at: try row.decode(Int64.self, atIndex: 1),
            wall: try row.decode(Int64.self, atIndex: 2), boot: try row.decode(Int64.self, atIndex: 3),
            by: try row.decode(String.self, atIndex: 4), order: try row.decode(String?.self, atIndex: 5),
            entry: Array(try row.decode(String.self, atIndex: 6).utf8),
            status: try row.decode(String?.self, atIndex: 7))
    }

    /// Ledger time and boot as the core wants them.
    var occasion: Occasion { Occasion(at: Timestamp(milliseconds: at), boot: Int(boot)) }
}
