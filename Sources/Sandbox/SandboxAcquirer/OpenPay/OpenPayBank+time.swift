// SPDX-License-Identifier: Apache-2.0

extension OpenPayBank {
    /// Makes everything happen that is due by a time: payers pay, codes expire, refunds end.
    ///
    /// - Parameters:
    ///   - now: Milliseconds since 1970 UTC.
    ///   - skew: How far the machine's clock is ahead of `now`, in milliseconds; notifies are signed by the machine's clock.
    /// - Returns: the notifies to send now, in the order of their times, at most 256; call again while ``nextDue()`` is not
    ///   later than `now`. Each is sent again by the schedule unless ``delivered(_:status:now:)`` says that it arrived.
    /// - Throws: GRDB's `DatabaseError`; nothing has happened then.
    package func advance(to now: Int64, skew: Int64 = 0) throws -> [NotifyDelivery] {
        try books.write { books in
            let desk = desk(books, now: now, skew: skew)
            try desk.settle()
            let deliveries = try desk.dueNotifies()
            desk.keepDue()
            return deliveries
        }
    }

    /// Makes everything happen that is due by a time, and hands no notifies out.
    func settle(to now: Int64) throws {
        try books.write { try desk($0, now: now, skew: 0).settle() }
    }

    /// Enters what became of a try to deliver a notify.
    ///
    /// - Parameters:
    ///   - status: The receiver's HTTP status; nil when there was no answer in time.
    ///   - now: Milliseconds since 1970 UTC.
    /// - Throws: GRDB's `DatabaseError`; the notify is then sent again by the schedule.
    package func delivered(_ id: String, status: Int?, now: Int64) throws {
        try books.write { books in
            let desk = desk(books, now: now, skew: 0)
            try desk.delivered(id, status: status)
            desk.keepReport(id, status: status)
        }
    }

    /// When something happens next, in milliseconds since 1970 UTC; nil when nothing will by itself.
    ///
    /// - Throws: GRDB's `DatabaseError`.
    package func nextDue() throws -> Int64? {
        try books.read { try $0.nextDue() }
    }
}
