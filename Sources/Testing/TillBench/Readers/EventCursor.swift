// SPDX-License-Identifier: Apache-2.0

/// An event's id: which life of the ledger, and which row of its journal.
struct EventCursor: Hashable {
    /// The life of the ledger.
    let epoch: String
    /// The row, from 1; 0 is before all of them.
    let seq: Int64

    /// States both.
    init(epoch: String, seq: Int64) {
        self.epoch = epoch
        self.seq = seq
    }

    /// Reads an id as an answer has it; nil if it is none.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let seq = Int64(parts[1]), seq >= 0 else { return nil }
        self.init(epoch: String(parts[0]), seq: seq)
    }

    /// The id as an address has it.
    var text: String { "\(epoch)-\(seq)" }
    /// The row that comes next.
    var next: EventCursor { EventCursor(epoch: epoch, seq: seq + 1) }
}
