// SPDX-License-Identifier: Apache-2.0

/// What one stretch of an examination of the ledger brought.
public struct VerificationResource: Codable, Sendable, Hashable {
    /// Rows whose chain was checked in this stretch: `5000`.
    public var rows: Int
    /// Sales that were compared with their rows in this stretch: `0`.
    public var orders: Int
    /// Where the next stretch begins; null at the end, and behind a fault: `"chain:5000"`.
    public var next: String?
    /// The first thing that does not fit; null if all does: `{"row": 77}`.
    public var fault: VerificationFault?

    /// Creates the message from its parts.
    public init(
        rows: Int,
        orders: Int,
        next: String? = nil,
        fault: VerificationFault? = nil
    ) {
        self.rows = rows
        self.orders = orders
        self.next = next
        self.fault = fault
    }

    private enum CodingKeys: String, CodingKey {
        case rows
        case orders
        case next
        case fault
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(rows, forKey: .rows)
        try members.encode(orders, forKey: .orders)
        try members.encode(next, forKey: .next)
        try members.encode(fault, forKey: .fault)
    }
}

/// Something in the ledger that is not what was written.
public struct VerificationFault: Codable, Sendable, Hashable {
    /// The first row of the journal that does not fit; null if the tables of a sale are to blame: `77`.
    public var row: Int64?
    /// The first sale that differs; null if the chain is to blame: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String?
    /// What differs: `"its content is not what was written: row 78 still fits to its hash"`.
    public var what: String

    /// Creates the message from its parts.
    public init(
        row: Int64? = nil,
        order: String? = nil,
        what: String
    ) {
        self.row = row
        self.order = order
        self.what = what
    }

    private enum CodingKeys: String, CodingKey {
        case row
        case order
        case what
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(row, forKey: .row)
        try members.encode(order, forKey: .order)
        try members.encode(what, forKey: .what)
    }
}
