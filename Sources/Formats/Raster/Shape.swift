// SPDX-License-Identifier: Apache-2.0

/// Describes a filled shape by the distance to its edge.
package enum Shape: Hashable, Sendable {
    /// A filled circle.
    case disc(x: Double, y: Double, radius: Double)
    /// A circle line of a thickness, centred on the radius.
    case ring(x: Double, y: Double, radius: Double, thickness: Double)
    /// A line of a thickness with round ends.
    case stroke(fromX: Double, fromY: Double, toX: Double, toY: Double, thickness: Double)
    /// A rectangle with round corners.
    case roundedRect(PixelRect, radius: Int)
    /// A triangle that stands on its base, with round corners.
    case triangle(x: Double, y: Double, side: Double, rounding: Double)

    /// The pixels that the shape may touch.
    var bounds: PixelRect {
        switch self {
        case .disc(let x, let y, let radius):
            Self.box(x - radius, y - radius, x + radius, y + radius)
        case .ring(let x, let y, let radius, let thickness):
            Self.box(
                x - radius - thickness / 2,
                y - radius - thickness / 2,
                x + radius + thickness / 2,
                y + radius + thickness / 2
            )
        case .stroke(let fromX, let fromY, let toX, let toY, let thickness):
            Self.box(
                min(fromX, toX) - thickness / 2,
                min(fromY, toY) - thickness / 2,
                max(fromX, toX) + thickness / 2,
                max(fromY, toY) + thickness / 2
            )
        case .roundedRect(let rect, _):
            rect
        case .triangle(let x, let y, let side, let rounding):
            Self.box(x - side, y - side - rounding, x + side, y + side + rounding)
        }
    }

    /// Tells how far a point lies outside of the shape; negative inside.
    func distance(_ px: Double, _ py: Double) -> Double {
        switch self {
        case .disc(let x, let y, let radius):
            return Self.length(px - x, py - y) - radius
        case .ring(let x, let y, let radius, let thickness):
            return abs(Self.length(px - x, py - y) - radius) - thickness / 2
        case .stroke(let fromX, let fromY, let toX, let toY, let thickness):
            return Self.segment(px, py, fromX, fromY, toX, toY) - thickness / 2
        case .roundedRect(let rect, let radius):
            let corner = Double(min(radius, min(rect.width, rect.height) / 2))
            let halfWidth = Double(rect.width) / 2
            let halfHeight = Double(rect.height) / 2
            let dx = abs(px - Double(rect.x) - halfWidth) - halfWidth + corner
            let dy = abs(py - Double(rect.y) - halfHeight) - halfHeight + corner
            return Self.length(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - corner
        case .triangle(let x, let y, let side, let rounding):
            return Self.triangle(px - x, py - y, side / 2) - rounding
        }
    }

    private static func length(_ dx: Double, _ dy: Double) -> Double {
        (dx * dx + dy * dy).squareRoot()
    }

    private static func segment(
        _ px: Double,
        _ py: Double,
        _ ax: Double,
        _ ay: Double,
        _ bx: Double,
        _ by: Double
    ) -> Double {
        let dx = bx - ax
        let dy = by - ay
        let square = dx * dx + dy * dy
        let along = square == 0 ? 0 : min(1, max(0, ((px - ax) * dx + (py - ay) * dy) / square))
        return length(px - ax - along * dx, py - ay - along * dy)
    }

    /// An equilateral triangle around its centre: the three half planes of its sides.
    private static func triangle(_ dx: Double, _ dy: Double, _ half: Double) -> Double {
        let height = half * 3.0.squareRoot()
        let inner = height / 3
        let corners = [(-half, inner), (half, inner), (0.0, -2 * inner)]
        let toBase = dy - inner
        let slope = 3.0.squareRoot() / 2
        let toSide = abs(dx) * slope - dy * 0.5 - inner
        if toBase <= 0, toSide <= 0 { return max(toBase, toSide) }
        return (0..<3).map { index in
            let (ax, ay) = corners[index]
            let (bx, by) = corners[(index + 1) % 3]
            return segment(dx, dy, ax, ay, bx, by)
        }.min() ?? 0
    }

    private static func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> PixelRect {
        func whole(_ value: Double) -> Int {
            Int(max(-100_000, min(100_000, value.isNaN ? 0 : value)).rounded(.down))
        }
        let x = whole(left) - 1
        let y = whole(top) - 1
        return PixelRect(x: x, y: y, width: whole(right) + 3 - x, height: whole(bottom) + 3 - y)
    }
}
