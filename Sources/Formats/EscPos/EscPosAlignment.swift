// SPDX-License-Identifier: Apache-2.0

/// Where a line stands on the paper.
package enum EscPosAlignment: UInt8, Sendable, Hashable, CaseIterable {
    /// At the left edge.
    case left = 0
    /// In the middle.
    case centre = 1
    /// At the right edge.
    case right = 2
}
