// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Everything that the ledger has about one order, as it stood at one moment.
package struct OrderStory: Sendable, Hashable {
    /// The order.
    package let order: Order
    /// Its rows and the starts of the daemon that fall between them, the oldest first.
    package let rows: [ChainedRow]
    /// The journal's last row at that moment.
    package let head: JournalHead
}

/// An authentic notify as it came.
package struct StoredNotify: Sendable, Hashable {
    /// The account whose acquirer sent it.
    package let account: AccountID
    /// The acquirer's own id of it.
    package let id: String
    /// When it came, in ledger time.
    package let receivedAt: Timestamp
    /// The bytes of its body.
    package let raw: [UInt8]
    /// What became of it.
    package let verdict: String
}

/// Why a story cannot be told.
package enum StoryError: Error, Sendable, Hashable {
    /// The order has more rows than one answer holds.
    case tooLong(OrderID, limit: Int)
}

extension StoryError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .tooLong(let id, let limit):
            "\(id) has more than \(limit) rows in the journal: read them with \"till events\""
        }
    }
}
