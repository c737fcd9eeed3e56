// SPDX-License-Identifier: Apache-2.0

/// What one pixel takes in a display's memory, in the machine's own order of bytes, as the kernel wants it.
protocol PixelWord: BitwiseCopyable {
    /// Keeps the lower bits of a pixel that was spelt.
    init(pixel: UInt32)
}

extension PixelWord where Self: FixedWidthInteger {
    init(pixel: UInt32) { self.init(truncatingIfNeeded: pixel) }
}

extension UInt8: PixelWord {}
extension UInt16: PixelWord {}
extension UInt32: PixelWord {}
