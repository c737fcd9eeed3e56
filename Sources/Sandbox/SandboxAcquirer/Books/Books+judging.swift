// SPDX-License-Identifier: Apache-2.0

extension Books {
    /// What the acquirer holds for each order number, newest money first, also where nothing is left.
    ///
    /// - Throws: GRDB's `DatabaseError`.
    package func held(orderNo: String? = nil) throws -> [HeldMoney] {
        try read { try $0.held(orderNo: orderNo, limit: .max) }
    }

    /// Payments, newest first, twins of one order number included.
    ///
    /// - Throws: ``BooksError/unreadable(table:column:value:)`` or GRDB's `DatabaseError`.
    package func payments(orderNo: String? = nil, limit: Int = .max) throws -> [Payment] {
        try read { try $0.payments(orderNo: orderNo, limit: limit) }
    }

    /// Refunds, newest first.
    ///
    /// - Throws: ``BooksError/unreadable(table:column:value:)`` or GRDB's `DatabaseError`.
    package func refunds(orderNo: String? = nil, limit: Int = .max) throws -> [Refund] {
        try read { try $0.refunds(orderNo: orderNo, limit: limit) }
    }
}
