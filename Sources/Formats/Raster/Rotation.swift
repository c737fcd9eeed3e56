// SPDX-License-Identifier: Apache-2.0

/// Says how a panel is mounted: how far the picture is turned clockwise before it is sent.
package enum Rotation: Int, CaseIterable, Sendable {
    /// The picture is sent as it is.
    case none = 0
    /// A quarter turn clockwise.
    case quarter = 90
    /// Upside down.
    case half = 180
    /// A quarter turn counter-clockwise.
    case threeQuarters = 270

    /// Tells whether width and height change places.
    package var swapsSides: Bool { self == .quarter || self == .threeQuarters }
}
