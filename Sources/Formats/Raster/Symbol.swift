// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Tells states apart by shape, for people who do not see the colour or read the word.
package enum Symbol: CaseIterable, Hashable, Sendable {
    /// It is done.
    case tick
    /// It did not happen.
    case cross
    /// Wait a moment.
    case hourglass
    /// It is being made.
    case dots
    /// It came at another time than expected.
    case clock
    /// Nobody knows yet.
    case question
    /// Somebody has to come.
    case hand
    /// Look out.
    case warning
}

extension Surface {
    /// Draws a symbol as large as a square allows.
    ///
    /// - Parameters:
    ///   - symbol: what to draw.
    ///   - rect: the room; the symbol is centred in its largest square.
    ///   - color: of the body, such as the disc behind a tick.
    ///   - mark: of what stands on the body.
    ///   - crisp: leaves out half tones.
    package mutating func draw(_ symbol: Symbol, in rect: PixelRect, color: Color, mark: Color, crisp: Bool) {
        let brush = SymbolBrush(rect: rect)
        for (shape, isMark) in brush.shapes(of: symbol) {
            fill(shape, with: isMark ? mark : color, crisp: crisp)
        }
    }
}

/// Turns coordinates of a unit square, with its centre at 0 and edges at ±0.5, into pixels.
private struct SymbolBrush {
    let x: Double
    let y: Double
    let side: Double

    init(rect: PixelRect) {
        x = Double(rect.x) + Double(rect.width) / 2
        y = Double(rect.y) + Double(rect.height) / 2
        side = Double(min(rect.width, rect.height))
    }

    /// The shapes from the lowest to the topmost; marks take the second colour.
    func shapes(of symbol: Symbol) -> [(Shape, isMark: Bool)] {
        switch symbol {
        case .tick:
            [
                (disc(0, 0, 0.5), false), (line(-0.23, 0.02, -0.07, 0.19, 0.1), true),
                (line(-0.07, 0.19, 0.25, -0.17, 0.1), true),
            ]
        case .cross:
            [
                (disc(0, 0, 0.5), false), (line(-0.18, -0.18, 0.18, 0.18, 0.1), true),
                (line(-0.18, 0.18, 0.18, -0.18, 0.1), true),
            ]
        case .clock:
            [
                (disc(0, 0, 0.5), false), (disc(0, 0, 0.4), true),
                (line(0, 0, 0, -0.25, 0.08), false), (line(0, 0, 0.17, 0.11, 0.08), false),
            ]
        case .hourglass: hourglass
        case .dots: [-0.34, 0, 0.34].map { (disc($0, 0, 0.13), false) }
        case .question:
            [(disc(0, 0, 0.5), false)] + question
        case .hand: hand
        case .warning:
            [
                (.triangle(x: x, y: y + 0.11 * side, side: 0.86 * side, rounding: 0.07 * side), false),
                (line(0, -0.13, 0, 0.1, 0.09), true), (disc(0, 0.25, 0.055), true),
            ]
        }
    }

    /// Two bulbs that narrow towards the middle, between two bars.
    private var hourglass: [(Shape, isMark: Bool)] {
        var shapes: [(Shape, isMark: Bool)] = [
            (line(-0.29, -0.43, 0.29, -0.43, 0.1), false), (line(-0.29, 0.43, 0.29, 0.43, 0.1), false),
            (line(-0.22, -0.4, -0.22, -0.22, 0.07), false), (line(0.22, -0.4, 0.22, -0.22, 0.07), false),
            (line(-0.22, 0.4, -0.22, 0.22, 0.07), false), (line(0.22, 0.4, 0.22, 0.22, 0.07), false),
            (line(-0.22, -0.22, -0.03, 0, 0.07), false), (line(0.22, -0.22, 0.03, 0, 0.07), false),
            (line(-0.22, 0.22, -0.03, 0, 0.07), false), (line(0.22, 0.22, 0.03, 0, 0.07), false),
        ]
        // Sand: a little above, a heap below.
        for step in 0..<14 {
            let share = Double(step) / 13
            let upper = -0.17 + share * 0.13
            let lower = 0.37 - share * 0.17
            let above = 0.125 * (1 - share)
            let below = 0.165 * (1 - share)
            shapes.append((line(-above, upper, above, upper, 0.03), false))
            shapes.append((line(-below, lower, below, lower, 0.03), false))
        }
        return shapes
    }

    /// Two thirds of a circle that run out into a stem, and a dot.
    private var question: [(Shape, isMark: Bool)] {
        var points = stride(from: 180.0, through: -40, by: -10).map { degrees in
            let turn = degrees * .pi / 180
            return (0.14 * cos(turn), -0.13 - 0.14 * sin(turn))
        }
        let (startX, startY) = points[points.count - 1]
        // A curve that leaves the circle in its direction and comes down straight.
        for step in 1...6 {
            let done = Double(step) / 6
            let left = 1 - done
            points.append((left * left * startX, left * left * startY + 2 * left * done * 0.085 + done * done * 0.12))
        }
        return zip(points, points.dropFirst()).map { (line($0.0, $0.1, $1.0, $1.1, 0.09), true) }
            + [(disc(0, 0.26, 0.055), true)]
    }

    /// A raised palm with four fingers and a thumb.
    private var hand: [(Shape, isMark: Bool)] {
        [
            (line(-0.265, 0.2, -0.265, -0.2, 0.1), false), (line(-0.14, 0.2, -0.14, -0.38, 0.1), false),
            (line(-0.015, 0.2, -0.015, -0.43, 0.1), false), (line(0.11, 0.2, 0.11, -0.34, 0.1), false),
            (palm, false), (line(0.06, 0.3, 0.33, 0.0, 0.11), false),
            (line(0.03, 0.28, 0.13, 0.16, 0.2), false),
        ]
    }

    private var palm: Shape {
        let rect = PixelRect(
            x: Int((x - 0.315 * side).rounded()),
            y: Int((y - 0.02 * side).rounded()),
            width: Int((0.475 * side).rounded()),
            height: Int((0.5 * side).rounded())
        )
        return .roundedRect(rect, radius: Int(0.19 * side))
    }

    private func disc(_ dx: Double, _ dy: Double, _ radius: Double) -> Shape {
        .disc(x: x + dx * side, y: y + dy * side, radius: radius * side)
    }

    private func line(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ thickness: Double) -> Shape {
        .stroke(
            fromX: x + ax * side,
            fromY: y + ay * side,
            toX: x + bx * side,
            toY: y + by * side,
            thickness: thickness * side
        )
    }
}
