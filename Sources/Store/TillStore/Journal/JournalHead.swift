// SPDX-License-Identifier: Apache-2.0

package import JournalChain
package import TillCore

/// The last row of the journal, which stands for all rows before it.
package struct JournalHead: Sendable, Hashable {
    /// The ledger's life.
    package let epoch: String
    /// The row's number; 0 for a journal without rows.
    package let seq: Int64
    /// The row's hash, 32 bytes.
    package let chain: [UInt8]
    /// The row's ledger time.
    package let at: Timestamp
    /// The row's wall time.
    package let wall: Timestamp

    /// The head as a person keeps it.
    package var text: String { pin.text }

    /// The same as a pin.
    package var pin: JournalPin { JournalPin(epoch: epoch, seq: seq, chain: chain) }
}
