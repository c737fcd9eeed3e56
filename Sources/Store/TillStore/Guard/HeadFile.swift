// SPDX-License-Identifier: Apache-2.0

import Foundation
import Signing

/// The file beside a ledger that remembers how far it had got: `<ledger>.head`.
///
/// It only ever names a row whose COMMIT had returned before, so that a power cut leaves a ledger
/// that is at least as new. A ledger that is older was put in the place of a newer one, or has lost
/// its write-ahead log.
///
/// ```
/// <epoch> <seq> <chain, 64 hex digits> <first 16 hex digits of the SHA-256 of what is before>\n
/// ```
struct HeadFile {
    let path: String

    /// Names the file of a ledger.
    init(ledger: String) { path = "\(ledger).head" }

    /// Reads it; nil if it is not there, or is not as it was written.
    ///
    /// A flipped bit here must not keep a good ledger shut: then nothing is remembered.
    func read() -> LedgerHead? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let words = String(decoding: bytes.prefix(1024), as: UTF8.self)
            .split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 4, let seq = Int64(words[1]), words[2].utf8.count == 64 else {
            return nil
        }
        let head = LedgerHead(epoch: String(words[0]), seq: seq, chain: String(words[2]))
        return Self.text(of: head).utf8.elementsEqual(bytes) ? head : nil
    }

    /// Writes it, and returns when it is on the disk.
    func write(_ head: LedgerHead) throws(FileFault) {
        try DurableFile.replace(path, with: Array(Self.text(of: head).utf8))
    }

    private static func text(of head: LedgerHead) -> String {
        let words = "\(head.epoch) \(head.seq) \(head.chain)"
        return "\(words) \(Hex.encode(Array(Digest.sha256(Array(words.utf8)).prefix(8))))\n"
    }
}
