// SPDX-License-Identifier: Apache-2.0

import Signing

/// The journal's hash, made once more from its description.
enum JournalLink {
    static func hash(_ line: LedgerCopy.Line, after before: [UInt8]) -> [UInt8] {
        var bytes = before
        func add(_ number: Int64) { withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) } }
        func add(_ text: String?) {
            add(Int64(text?.utf8.count ?? -1))
            bytes.append(contentsOf: (text ?? "").utf8)
        }
        for number in [line.seq, line.at, line.wall, line.boot] { add(number) }
        for text in [line.by, line.order, line.entry, line.status] { add(text) }
        return Digest.sha256(bytes)
    }
}
