// SPDX-License-Identifier: Apache-2.0

package import JournalChain
import TillCore

/// A row of the journal, with what tells what it changed for those outside.
package struct JournalEvent: Sendable, Hashable {
    /// The row.
    package let row: JournalRow
    /// The order's status before it; nil where there was none.
    package let before: String?
    /// Whether the order had this row's status never before.
    package let isFirst: Bool
    /// The row's hash, 32 bytes.
    package let chain: [UInt8]

    /// States all four.
    package init(row: JournalRow, before: String?, isFirst: Bool, chain: [UInt8]) {
        self.row = row
        self.before = before
        self.isFirst = isFirst
        self.chain = chain
    }

    /// The head of the journal after the row: whoever keeps it elsewhere can tell when it was written anew.
    package func pin(of epoch: String) -> JournalPin { JournalPin(epoch: epoch, seq: row.seq, chain: chain) }

    /// The type of the event, for programs: `order.paid`.
    ///
    /// Of one order, `order.paid` and the other ends come once at most, whatever happens later.
    package var type: String {
        guard row.order != nil else { return "terminal.noted" }
        switch row.entry {
        case .opened: return "order.opened"
        case .accepted(.refund): return "refund.asked"
        case .recorded(.refund(_, .outcome(.done))): return "refund.done"
        case .recorded(.refund(_, .outcome(.refused))): return "refund.refused"
        case .recorded(.refundedElsewhere): return "refund.elsewhere"
        default: break
        }
        guard let status = row.status, status != before else { return "order.changed" }
        // A person may have to look more than once.
        return isFirst || status == "needs_person" ? "order.\(status)" : "order.changed"
    }
}
