// SPDX-License-Identifier: Apache-2.0

/// Says how a picture lies in a display's memory, and turns pictures into its lines.
package struct PixelLayout: Hashable, Sendable {
    /// Pixels a line of the device, before the picture is turned.
    package let width: Int
    /// Lines of the device.
    package let height: Int
    /// Bytes from one line to the next; at least what a line needs.
    package let stride: Int
    /// How a pixel is spelt.
    package let format: PixelFormat
    /// How the picture is turned on its way to the device.
    package let rotation: Rotation
    /// Tells whether every pixel becomes black or white, for panels that light whatever is not black.
    package let hasTwoLevels: Bool

    /// Makes a layout.
    ///
    /// - Parameters:
    ///   - width: pixels a line.
    ///   - height: lines.
    ///   - format: how a pixel is spelt.
    ///   - stride: bytes from line to line; nil for lines without padding.
    ///   - rotation: how pictures are turned.
    ///   - hasTwoLevels: makes every pixel black or white.
    /// - Throws: ``RasterError/impossibleSize(width:height:)``, also if the stride is too small.
    package init(
        width: Int,
        height: Int,
        format: PixelFormat,
        stride: Int? = nil,
        rotation: Rotation = .none,
        hasTwoLevels: Bool = false
    ) throws(RasterError) {
        let limit = 1...Surface.sideLimit
        let least = format.bytes(for: limit.contains(width) ? width : 0)
        guard limit.contains(width), limit.contains(height),
            (least...16 * Surface.sideLimit).contains(stride ?? least)
        else { throw .impossibleSize(width: width, height: height) }
        self.width = width
        self.height = height
        self.format = format
        self.stride = stride ?? least
        self.rotation = rotation
        self.hasTwoLevels = hasTwoLevels
    }

    /// Columns of the pictures that are shown, after turning.
    package var pictureWidth: Int { rotation.swapsSides ? height : width }
    /// Rows of the pictures that are shown, after turning.
    package var pictureHeight: Int { rotation.swapsSides ? width : height }
    /// Bytes that are written a line.
    package var lineBytes: Int { format.bytes(for: width) }

    /// Tells whether the bytes of a line are those of the picture's row, so that nothing need be made.
    package var isVerbatim: Bool {
        guard case .packed(32, let red, let green, let blue, let alpha) = format else { return false }
        return rotation == .none && !hasTwoLevels
            && PixelPacker(red: red, green: green, blue: blue, alpha: alpha).isCanonical
    }

    /// Finds where a part of a picture lies on the device.
    package func place(of rect: PixelRect) -> PixelRect {
        switch rotation {
        case .none:
            rect
        case .quarter:
            PixelRect(x: width - rect.bottom, y: rect.x, width: rect.height, height: rect.width)
        case .half:
            PixelRect(x: width - rect.right, y: height - rect.bottom, width: rect.width, height: rect.height)
        case .threeQuarters:
            PixelRect(x: rect.y, y: height - rect.right, width: rect.height, height: rect.width)
        }
    }

    /// Finds the pixels of a picture that become a line of the device.
    ///
    /// - Parameter y: the device's line, 0 to `height - 1`.
    /// - Returns: the index of the line's first pixel in the picture, and the way to the next one.
    package func run(ofLine y: Int) -> (first: Int, step: Int) {
        let columns = pictureWidth
        return switch rotation {
        case .none: (y * columns, 1)
        case .quarter: ((width - 1) * columns + y, -columns)
        case .half: ((height - 1 - y) * columns + width - 1, -1)
        case .threeQuarters: (height - 1 - y, columns)
        }
    }

    /// Widens a stretch of a line's pixels to whole words of four bytes, since the memory of some devices
    /// takes nothing less.
    package func wholeWords(_ pixels: Range<Int>) -> Range<Int> {
        let step =
            switch format.bitsPerPixel {
            case 32: 1
            case 16: 2
            case 8, 24: 4
            case 4: 8
            default: 32
            }
        return pixels.lowerBound / step * step..<min(width, (pixels.upperBound + step - 1) / step * step)
    }

    /// Finds the bytes of a stretch of a line's pixels, which must begin with a whole byte.
    package func bytes(of pixels: Range<Int>) -> Range<Int> {
        pixels.lowerBound * format.bitsPerPixel / 8..<format.bytes(for: pixels.upperBound)
    }
}
