// SPDX-License-Identifier: Apache-2.0

/// Where a ledger stands: its line of life, its last row, and what all rows up to it come to.
package struct LedgerHead: Sendable, Hashable, Codable {
    /// The line of the ledger's life.
    package let epoch: String
    /// The number of the last row; 0 if there is none.
    package let seq: Int64
    /// The last row's hash, in lower-case hexadecimal digits.
    package let chain: String

    /// States all three.
    package init(epoch: String, seq: Int64, chain: String) {
        self.epoch = epoch
        self.seq = seq
        self.chain = chain
    }
}

extension LedgerHead: CustomStringConvertible {
    /// The head as the id of its event.
    package var description: String { "\(epoch)-\(seq)" }
}
