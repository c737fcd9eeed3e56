// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

/// What `tilld restore` did as one line of JSON.
struct RestorationLine: Encodable {
    /// The ledger's file: `"/var/lib/tilld/ledger.sqlite"`.
    let ledger: String
    /// The line of life that begins: `"e2"`.
    let epoch: String
    /// The row at which the backup ended.
    let rows: Int64
    /// When that row was written: `"2026-03-01T09:00:00.000Z"`.
    let newest: WireTime
    /// How many sales it has.
    let orders: Int
    /// How many of them are open.
    let openOrders: Int
    /// The rows that the ledger had after the backup; absent if nobody knows.
    let rowsLost: Int64?
    /// The files of the ledger before, under their new names.
    let keptAside: [String]

    /// Takes what was done.
    init(_ outcome: Restoration.Outcome, _ ledger: String) {
        self.ledger = ledger
        epoch = outcome.epoch
        rows = outcome.head.seq
        newest = WireTime(milliseconds: outcome.newest.milliseconds)
        orders = outcome.orders
        openOrders = outcome.openOrders
        rowsLost = outcome.rowsLost
        keptAside = outcome.keptAside
    }

    private enum CodingKeys: String, CodingKey {
        case ledger, epoch, rows, newest, orders
        case openOrders = "open_orders"
        case rowsLost = "rows_lost"
        case keptAside = "kept_aside"
    }
}
