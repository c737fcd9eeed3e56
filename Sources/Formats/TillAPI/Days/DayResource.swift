// SPDX-License-Identifier: Apache-2.0

/// What the terminal sold on a day.
public struct DayResource: Codable, Sendable, Hashable {
    /// Money of one account in one currency.
    public struct Line: Codable, Sendable, Hashable {
        /// The account: `"main"`.
        public var account: String
        /// How many sales or refunds: `128`.
        public var count: Int
        /// Their sum: `{"value": 321450, "currency": "CNY"}`.
        public var total: MoneyResource

        /// Creates the message from its parts.
        public init(account: String, count: Int, total: MoneyResource) {
            self.account = account
            self.count = count
            self.total = total
        }
    }

    /// The day by the terminal's time zone: `"2026-03-01"`.
    public var day: String
    /// Whether the day is over; what is not over may grow.
    public var isOver: Bool
    /// What was sold, by account and currency.
    public var sales: [Line]
    /// What of sales went back on that day, by account and currency.
    public var refunds: [Line]
    /// The journal's head when this was added up.
    public var head: JournalHeadResource

    /// Creates the message from its parts.
    public init(day: String, isOver: Bool, sales: [Line], refunds: [Line], head: JournalHeadResource) {
        self.day = day
        self.isOver = isOver
        self.sales = sales
        self.refunds = refunds
        self.head = head
    }

    private enum CodingKeys: String, CodingKey {
        case day
        case isOver = "is_over"
        case sales, refunds, head
    }
}
