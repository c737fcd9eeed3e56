// SPDX-License-Identifier: Apache-2.0

/// Parts rows of several widths into strips, so that the fewest bytes are sent.
///
/// A strip is as wide as its widest row, and costs a header.
enum StripWidths {
    /// The most rows that are looked at together; a longer stretch is one strip.
    static let mostRows = 64

    /// Finds where the strips of some rows end.
    ///
    /// - Parameter used: the bytes that each row needs.
    /// - Returns: the ends of the strips, counted from the first row; the last is the number of rows.
    static func ends(of used: some RandomAccessCollection<Int>) -> [Int] {
        let widths = Array(used)
        guard widths.count > 1, widths.count <= mostRows else { return widths.isEmpty ? [] : [widths.count] }
        // The fewest bytes of the rows before each, and where the last of their strips begins.
        var cheapest = [Int](repeating: 0, count: widths.count + 1)
        var beginning = cheapest
        for end in 1...widths.count {
            var width = 1
            var best = Int.max
            for start in stride(from: end - 1, through: 0, by: -1) {
                width = max(width, widths[start])
                let bytes = cheapest[start] + EscPosLimits.rasterHeaderBytes + width * (end - start)
                if bytes < best {
                    best = bytes
                    beginning[end] = start
                }
            }
            cheapest[end] = best
        }
        var ends: [Int] = []
        var end = widths.count
        while end > 0 {
            ends.append(end)
            end = beginning[end]
        }
        return ends.reversed()
    }
}
