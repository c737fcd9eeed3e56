// SPDX-License-Identifier: Apache-2.0

/// Says how much room a line of text takes.
package struct TextExtent: Hashable, Sendable {
    /// Pixels that the pen moves to the right.
    package let width: Int
    /// The pixels that are inked, relative to the pen's start on the baseline; y is negative above it.
    package let ink: PixelRect
}
