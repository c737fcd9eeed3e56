// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Something in a ledger that is not what was written.
package struct LedgerFault: Error, Sendable, Hashable {
    /// The first row of the journal that does not fit; nil if it is about an order's tables.
    package let row: Int64?
    /// The order whose tables differ from its rows; nil if it is about the chain.
    package let order: OrderID?
    /// What differs, in words for people.
    package let what: String

    /// A row that does not fit.
    init(row: Int64, _ what: String) {
        self.row = row
        order = nil
        self.what = what
    }

    /// Something that is about neither.
    init(_ what: String) {
        row = nil
        order = nil
        self.what = what
    }

    /// An order that differs, because of a row if one is to blame.
    init(order: String, row: Int64? = nil, _ what: String) {
        self.row = row
        self.order = OrderID(order)
        self.what = what
    }
}

extension LedgerFault: CustomStringConvertible {
    /// What is wrong, for people.
    package var description: String {
        switch (row, order) {
        case (let row?, let order?): "order \(order), row \(row): \(what)"
        case (let row?, nil): "row \(row): \(what)"
        case (nil, let order?): "order \(order): \(what)"
        case (nil, nil): what
        }
    }
}
