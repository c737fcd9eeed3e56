// SPDX-License-Identifier: Apache-2.0

import Evidence
import JournalChain
import TillStore

/// What `tilld verify` found as one line of JSON.
struct ExaminationLine: Encodable {
    /// The file: `"/var/lib/tilld/ledger.sqlite"`.
    let ledger: String
    /// The ledger's life: `"e1"`.
    let epoch: String
    /// How many rows fit from the first on.
    let rows: Int
    /// How many rows there are.
    let rowsInAll: Int64
    /// How many sales are what their rows give.
    let orders: Int
    /// How many heads that were kept fit.
    let heads: Int
    /// The last row and its hash, as `till head` prints them.
    let head: String
    /// The thumbprint of the terminal's key; absent without one.
    let key: String?
    /// That key in PEM.
    let publicKey: String?
    /// What does not fit, a sentence each; empty if all does.
    let faults: [String]

    /// Takes what was found.
    init(_ found: ExaminedLedger, path: String, key: TerminalKey?) {
        ledger = path
        epoch = found.head.epoch
        rows = found.rows
        rowsInAll = found.head.seq
        orders = found.orders
        heads = found.pins
        head = found.head.pin.text
        self.key = key.map { EvidenceKey($0.publicBytes).thumbprint }
        publicKey = key?.publicPEM
        faults = found.faults.map { "\($0)" }
    }

    private enum CodingKeys: String, CodingKey {
        case ledger, epoch, rows, orders, heads, head, key, faults
        case rowsInAll = "rows_in_all"
        case publicKey = "public_key"
    }
}
