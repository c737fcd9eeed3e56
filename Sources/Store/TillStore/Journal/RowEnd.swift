// SPDX-License-Identifier: Apache-2.0

import Signing

/// The number and the hash of a row of the journal.
struct RowEnd: Sendable {
    let seq: Int64
    let hash: [UInt8]

    /// The head of a ledger that ends there.
    func of(_ epoch: String) -> LedgerHead {
        LedgerHead(epoch: epoch, seq: seq, chain: Hex.encode(hash))
    }
}
