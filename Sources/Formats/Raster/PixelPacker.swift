// SPDX-License-Identifier: Apache-2.0

/// Spells pixels by bit fields.
struct PixelPacker {
    let red: PixelFormat.Channel
    let green: PixelFormat.Channel
    let blue: PixelFormat.Channel
    let alpha: PixelFormat.Channel

    /// Tells whether a pixel is spelt as pictures spell it.
    var isCanonical: Bool {
        red == .init(offset: 16, length: 8) && green == .init(offset: 8, length: 8)
            && blue == .init(offset: 0, length: 8) && alpha.length == 0
    }

    /// Spells one pixel; an alpha channel is filled, since zero would be a black screen.
    @inline(__always)
    func pack(_ pixel: UInt32) -> UInt32 {
        red.placed((pixel >> 16) & 0xFF) | green.placed((pixel >> 8) & 0xFF) | blue.placed(pixel & 0xFF) | alpha.mask
    }
}
