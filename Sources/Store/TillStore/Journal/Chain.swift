// SPDX-License-Identifier: Apache-2.0

import Signing

/// The hash chain over the journal: each row's hash covers the one before.
///
/// ```
/// SHA-256( before ‖ seq ‖ at ‖ wall ‖ boot ‖ len(by) by ‖ len(order) order ‖ len(entry) entry
///          ‖ len(status) status )
/// ```
/// Integers are 8 bytes, big-endian; lengths too, so that no two rows share their bytes. The length
/// of NULL is -1.
enum Chain {
    /// What stands before the first row.
    static let beginning = [UInt8](repeating: 0, count: 32)

    /// The stored fields of a row, just as they are stored.
    struct Link {
        let seq: Int64
        let at: Int64
        let wall: Int64
        let boot: Int64
        let by: String
        let order: String?
        let entry: [UInt8]
        let status: String?
    }

    /// The hash of a row.
    static func hash(_ link: Link, after before: [UInt8]) -> [UInt8] {
        var bytes = before
        for number in [link.seq, link.at, link.wall, link.boot] { append(number, to: &bytes) }
        append(Array(link.by.utf8), to: &bytes)
        append(link.order, to: &bytes)
        append(link.entry, to: &bytes)
        append(link.status, to: &bytes)
        return Digest.sha256(bytes)
    }

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// NULL is -1 where a length stands.
    private static func append(_ text: String?, to bytes: inout [UInt8]) {
        guard let text else { return append(-1, to: &bytes) }
        append(Array(text.utf8), to: &bytes)
    }

    private static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
        append(Int64(field.count), to: &bytes)
        bytes.append(contentsOf: field)
    }
}
