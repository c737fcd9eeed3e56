// SPDX-License-Identifier: Apache-2.0

/// Marks a rectangle of pixels; x grows to the right and y downwards.
package struct PixelRect: Hashable, Sendable {
    /// The left column.
    package var x: Int
    /// The upper row.
    package var y: Int
    /// Columns, never negative.
    package var width: Int
    /// Rows, never negative.
    package var height: Int

    /// Makes a rectangle; negative sizes become empty ones.
    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The column after the last.
    package var right: Int { x + width }
    /// The row after the last.
    package var bottom: Int { y + height }
    /// Tells whether the rectangle has no pixel.
    package var isEmpty: Bool { width == 0 || height == 0 }

    /// Takes the same distance away on all four sides.
    package func inset(by distance: Int) -> PixelRect {
        inset(horizontally: distance, vertically: distance)
    }

    /// Takes distances away on the left and right, and on the top and bottom.
    package func inset(horizontally dx: Int, vertically dy: Int) -> PixelRect {
        PixelRect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }

    /// Keeps what both rectangles have.
    package func intersection(_ other: PixelRect) -> PixelRect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return PixelRect(
            x: left,
            y: top,
            width: min(right, other.right) - left,
            height: min(bottom, other.bottom) - top
        )
    }

    /// Tells whether another rectangle lies wholly within this one.
    package func contains(_ other: PixelRect) -> Bool {
        other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
    }
}
