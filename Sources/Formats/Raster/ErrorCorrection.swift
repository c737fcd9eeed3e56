// SPDX-License-Identifier: Apache-2.0

/// Says how much of a QR code may be lost before it cannot be read.
///
/// Source: ISO/IEC 18004:2015, section 7.5.1.
package enum ErrorCorrection: Int, CaseIterable, Comparable, Sendable {
    /// About 7 % may be lost; the smallest symbol, and the best on screens.
    case l
    /// About 15 % may be lost; the usual choice on paper.
    case m
    /// About 25 % may be lost.
    case q
    /// About 30 % may be lost.
    case h

    /// Orders levels by how much they can repair.
    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}
