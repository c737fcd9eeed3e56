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
package enum Chain {
    /// What stands before the first row.
    package static let beginning = [UInt8](repeating: 0, count: 32)

    /// The stored fields of a row, just as they are stored.
    package struct Link: Sendable, Hashable {
        /// Counts from 1 without gaps.
        package let seq: Int64
        /// Ledger time, in milliseconds since 1970 UTC.
        package let at: Int64
        /// Wall time, in milliseconds since 1970 UTC.
        package let wall: Int64
        /// Which start of the daemon wrote it.
        package let boot: Int64
        /// Who.
        package let by: String
        /// The order that it is about; nil for NULL.
        package let order: String?
        /// The entry's bytes.
        package let entry: [UInt8]
        /// The order's status after it; nil for NULL.
        package let status: String?

        /// Puts the fields of a row together.
        package init(
            seq: Int64, at: Int64, wall: Int64, boot: Int64, by: String, order: String?, entry: [UInt8], status: String?
        ) {
            self.seq = seq
            self.at = at
            self.wall = wall
            self.boot = boot
            self.by = by
            self.order = order
            self.entry = entry
            self.status = status
        }
    }

    /// The hash of a row.
    package static func hash(_ link: Link, after before: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(before.count + link.entry.count + 192)
        bytes.append(contentsOf: before)
        append(link.seq, to: &bytes)
        append(link.at, to: &bytes)
        append(link.wall, to: &bytes)
        append(link.boot, to: &bytes)
        append(link.by, to: &bytes)
        append(link.order, to: &bytes)
        append(Int64(link.entry.count), to: &bytes)
        bytes.append(contentsOf: link.entry)
        append(link.status, to: &bytes)
        return Digest.sha256(bytes)
    }

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// NULL is -1 where a length stands.
    private static func append(_ text: String?, to bytes: inout [UInt8]) {
        guard let text else { return append(-1, to: &bytes) }
        append(Int64(text.utf8.count), to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }
}
