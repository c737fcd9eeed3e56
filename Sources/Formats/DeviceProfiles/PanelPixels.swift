// SPDX-License-Identifier: Apache-2.0

/// How a display's pixels are written.
package struct PanelPixels: Sendable, Hashable {
    /// How its memory is read.
    package let order: PixelOrder
    /// Which bit is the left pixel where there is one bit a pixel.
    package let monoBitOrder: MonoBitOrder
    /// Whether a pixel is on or off, whatever the driver says: greys must not be drawn.
    package let hasTwoLevels: Bool
    /// Whether letters may have smooth edges.
    package let antialias: Bool
}
