// SPDX-License-Identifier: Apache-2.0

/// A finished stream for an ESC/POS printer, cut into pieces that can be sent one by one.
///
/// ```
/// preamble   1B 40 | 1C 2E | 1B 52 00 | 1B 74 n | 1B 33 n ...    prints nothing
/// segments   lines, rasters, cut, drawer                        at most 4096 bytes each
/// ```
/// A segment ends between two commands, so that a status request may stand behind it.
package struct EscPosDocument: Sendable, Hashable {
    /// Puts the printer into a known state; leaves no mark on paper and can be repeated.
    package let preamble: [UInt8]
    /// What prints, in order.
    package let segments: [[UInt8]]

    /// Puts a document together from finished parts.
    package init(preamble: [UInt8], segments: [[UInt8]]) {
        self.preamble = preamble
        self.segments = segments
    }

    /// The whole stream, as it is written to a file.
    package var bytes: [UInt8] { preamble + segments.joined() }
}
