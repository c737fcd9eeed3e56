// SPDX-License-Identifier: Apache-2.0

/// How the ledger does.
public struct LedgerHealth: Codable, Sendable, Hashable {
    /// One word, `"ok"` if sales can be opened: `"disk_low"`.
    public var state: String
    /// The newest event: `"e1-42"`.
    public var last: String
    /// Sales that are not over: `3`.
    public var openOrders: Int
    /// Holds that wait for a person: `0`.
    public var openHolds: Int
    /// Bytes left on its disk; null if nobody knows: `5368709120`.
    public var freeBytes: Int64?
    /// The thumbprint of the key that signs evidence; absent if there is none: `"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"`.
    public var key: String?
    /// When the newest backup was made that the daemon knows of; absent if it knows of none: `"2026-03-01T02:00:00.000Z"`.
    public var lastBackup: WireTime?

    /// Creates the message from its parts.
    public init(
        state: String,
        last: String,
        openOrders: Int,
        openHolds: Int,
        freeBytes: Int64? = nil,
        key: String? = nil,
        lastBackup: WireTime? = nil
    ) {
        self.state = state
        self.last = last
        self.openOrders = openOrders
        self.openHolds = openHolds
        self.freeBytes = freeBytes
        self.key = key
        self.lastBackup = lastBackup
    }

    private enum CodingKeys: String, CodingKey {
        case state
        case last
        case openOrders = "open_orders"
        case openHolds = "open_holds"
        case freeBytes = "free_bytes"
        case key
        case lastBackup = "last_backup"
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(state, forKey: .state)
        try members.encode(last, forKey: .last)
        try members.encode(openOrders, forKey: .openOrders)
        try members.encode(openHolds, forKey: .openHolds)
        try members.encode(freeBytes, forKey: .freeBytes)
        try members.encodeIfPresent(key, forKey: .key)
        try members.encodeIfPresent(lastBackup, forKey: .lastBackup)
    }
}
