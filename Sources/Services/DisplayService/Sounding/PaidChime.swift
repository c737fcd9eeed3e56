// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

/// Decides for which rows of the journal a sound is made: once for each payment.
///
/// A payment was learnt of in one row, and a row was written by one start of the daemon. Only that start
/// sounds for it, so a restart repeats nothing; what it had no time to sound stays silent.
struct PaidChime {
    /// Which start of the daemon it is.
    let boot: Int

    /// Older than this, a payer has gone, and the next one would take the sound for his.
    static let freshMax: Duration = .seconds(5)

    /// The order whose payment a row tells of, if it was written just now and by this start.
    func order(paidBy row: JournalRow, at now: Timestamp) -> OrderID? {
        guard row.boot == boot, row.status == OrderStatus.paid.rawValue,
            case .recorded(.attempt(_, .outcome(.paid, _))) = row.entry, now.since(row.at) <= Self.freshMax
        else { return nil }
        return row.order
    }

    /// Says whether a row is the one by which we learnt of the money that pays for an order.
    func isFirst(_ row: JournalRow, of order: Order) -> Bool {
        guard case .recorded(.attempt(let reference, _)) = row.entry else { return false }
        return order.transactions.contains {
            $0.fate == .kept && $0.attempt == reference && $0.learntAt == row.at
        }
    }
}
