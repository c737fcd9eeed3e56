// SPDX-License-Identifier: Apache-2.0

extension Surface {
    /// Paints a shape; what lies outside of the picture is left out.
    ///
    /// - Parameters:
    ///   - shape: what to paint.
    ///   - color: its one colour.
    ///   - crisp: leaves out half tones at the edge, for panels that know only on and off.
    package mutating func fill(_ shape: Shape, with color: Color, crisp: Bool = false) {
        let area = shape.bounds.intersection(bounds)
        guard !area.isEmpty else { return }
        let width = width
        var span = pixels.mutableSpan
        for y in area.y..<area.bottom {
            var x = area.x
            while x < area.right {
                let distance = shape.distance(Double(x) + 0.5, Double(y) + 0.5)
                if distance >= 1 {
                    // No edge can come sooner than its distance, so those pixels are skipped unasked.
                    x += max(1, Int(min(distance, 100_000)))
                    continue
                }
                if distance <= -2 {
                    let inside = min(area.right - x, Int(min(-distance, 100_000)))
                    span.paint(y * width + x..<y * width + x + inside, with: color.rgb)
                    x += inside
                    continue
                }
                let index = y * width + x
                if crisp {
                    if distance <= 0 { span[index] = color.rgb }
                } else {
                    let coverage = UInt8(255 * min(1, max(0, 0.5 - distance)))
                    if coverage > 0 { span[index] = color.over(span[index], coverage: coverage) }
                }
                x += 1
            }
        }
    }
}
