// SPDX-License-Identifier: Apache-2.0

import Signing

/// A head of the journal as a person keeps it outside the terminal: whoever has one can prove that
/// the rows up to it were written anew.
///
/// ```
/// 01JNA6S2K4M6P8R0T2V4X6Z8B0-1234:9f86d081884c7d65…  2026-03-01T09:00:00.000Z
/// epoch                      row  its hash           when (for people)
/// ```
package struct JournalPin: Sendable, Hashable {
    /// The ledger's life in which it was taken; nil if the line does not say.
    package let epoch: String?
    /// The row.
    package let seq: Int64
    /// The row's hash, or how it begins: 8 to 32 bytes.
    package let chain: [UInt8]

    /// Bytes of a hash that must be there at least: copied by hand, it may be cut short.
    package static let bytesMin = 8

    /// Puts a pin together.
    package init(epoch: String?, seq: Int64, chain: [UInt8]) {
        self.epoch = epoch
        self.seq = seq
        self.chain = chain
    }

    /// Reads `SEQ:HEX` or `EPOCH-SEQ:HEX`; what follows a space is passed over. Nil for anything else.
    package init?(_ line: String) {
        guard line.utf8.count <= 512, let word = line.split(whereSeparator: \.isWhitespace).first else { return nil }
        let halves = word.split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count == 2, let chain = Hex.decode(String(halves[1])),
            (Self.bytesMin...Chain.beginning.count).contains(chain.count)
        else { return nil }
        let names = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(names.count), let text = names.last, let seq = Int64(text), seq > 0,
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        if names.count == 2 {
            guard !names[0].isEmpty else { return nil }
            epoch = String(names[0])
        } else {
            epoch = nil
        }
        self.seq = seq
        self.chain = chain
    }

    /// The word that is kept: `EPOCH-SEQ:HEX`.
    package var text: String { (epoch.map { "\($0)-" } ?? "") + "\(seq):\(Hex.encode(chain))" }

    /// Whether a row's hash is the one that was kept.
    package func fits(_ hash: [UInt8]) -> Bool { hash.starts(with: chain) }
}
