// SPDX-License-Identifier: Apache-2.0

/// The four bytes of an automatic status.
///
/// ```
/// byte 1   bit 2 drawer   bit 3 offline   bit 5 cover open   bit 6 feeding
/// byte 2   bit 2 mechanical   bit 3 cutter   bit 5 unrecoverable   bit 6 hot head
/// byte 3   bits 0-1 paper near end   bits 2-3 paper out
/// ```
package struct AutomaticStatus: Sendable, Hashable {
    /// The four bytes as they came.
    package let bytes: [UInt8]

    /// Takes four bytes; nil if there are not four.
    init?(bytes: [UInt8]) {
        guard bytes.count == 4 else { return nil }
        self.bytes = bytes
    }

    /// Whether the printer takes no print data now.
    package var isOffline: Bool { bytes[0] & 0x08 != 0 }
    /// Whether the cover is open.
    package var coverIsOpen: Bool { bytes[0] & 0x20 != 0 }
    /// Whether a cutter, mechanical or unrecoverable error stands.
    package var hasError: Bool { bytes[1] & 0x2C != 0 }
    /// Whether the head is too hot; this passes by itself.
    package var headIsHot: Bool { bytes[1] & 0x40 != 0 }
    /// Whether the roll is nearly used up.
    package var paperIsLow: Bool { bytes[2] & 0x03 != 0 }
    /// Whether there is no paper.
    package var paperIsOut: Bool { bytes[2] & 0x0C != 0 }
}
