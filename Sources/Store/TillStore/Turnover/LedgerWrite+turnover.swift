// SPDX-License-Identifier: Apache-2.0

import TillCore

extension LedgerWrite {
    /// Numbers what a change has added to the turnover; its row of the journal is written already.
    func addTurnover(of order: Order, since before: Order?) throws {
        let items = order.turnover(since: before)
        guard !items.isEmpty, let seq = head?.seq else { return }
        var number = try Turnover.last(in: db)
        for item in items {
            number += 1
            try Turnover.insert(ToldTurnover(seq: seq, item: item), of: order.id, as: number, in: db)
        }
        wake([.turnover])
    }
}
