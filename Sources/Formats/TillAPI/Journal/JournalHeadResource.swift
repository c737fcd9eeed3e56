// SPDX-License-Identifier: Apache-2.0

/// The last row of the journal, which stands for all rows before it.
public struct JournalHeadResource: Codable, Sendable, Hashable {
    /// The ledger's life; a restored one has a new name: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var epoch: String
    /// The row's number: `1234`.
    public var seq: Int64
    /// The row's hash, 64 hexadecimal digits: `"9f86d081…"`.
    public var chain: String
    /// When it was written, by the wall clock: `"2026-03-01T09:00:00.000Z"`.
    public var at: WireTime

    /// Creates the message from its parts.
    public init(
        epoch: String,
        seq: Int64,
        chain: String,
        at: WireTime
    ) {
        self.epoch = epoch
        self.seq = seq
        self.chain = chain
        self.at = at
    }

    private enum CodingKeys: String, CodingKey {
        case epoch
        case seq
        case chain
        case at
    }

    /// The line that a person keeps: `"01JNA6S2K4M6P8R0T2V4X6Z8B0-1234:9f86… 2026-03-01T09:00:00.000Z"`.
    public var line: String { "\(epoch)-\(seq):\(chain) \(at.text)" }
}
