// SPDX-License-Identifier: Apache-2.0

/// A backup that was made, read again and found to be good.
public struct BackupResource: Codable, Sendable, Hashable {
    /// The file: `"/var/backups/tilld/ledger-T-0001-20270115T080000Z-812.sqlite"`.
    public var file: String
    /// Its size in bytes: `1048576`.
    public var bytes: Int64
    /// Rows of the journal in it: `812`.
    public var rows: Int64
    /// Sales in it: `120`.
    public var orders: Int
    /// The newest event in it: `"e1-812"`.
    public var head: String

    /// Creates the message from its parts.
    public init(file: String, bytes: Int64, rows: Int64, orders: Int, head: String) {
        self.file = file
        self.bytes = bytes
        self.rows = rows
        self.orders = orders
        self.head = head
    }
}
