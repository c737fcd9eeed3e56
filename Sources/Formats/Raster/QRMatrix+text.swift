// SPDX-License-Identifier: Apache-2.0

extension QRMatrix {
    /// Says how a code is written as text.
    package enum TextStyle: Hashable, Sendable {
        /// Black on white by explicit colours: right on light and on dark terminals.
        case colored
        /// Blocks for the dark modules, for light paper and light terminals.
        case darkBlocks
        /// Blocks for the light modules, for dark terminals that know no colours.
        case lightBlocks
    }

    /// Writes the code with half blocks, two modules a character, for terminals and mail.
    ///
    /// - Parameters:
    ///   - style: how dark and light are told apart.
    ///   - quiet: modules of light border; readers want 4.
    /// - Returns: lines that end with a newline each.
    package func text(style: TextStyle = .colored, quiet: Int = 4) -> String {
        let border = max(0, quiet)
        let side = size + 2 * border
        var lines = ""
        for y in stride(from: 0, to: side, by: 2) {
            if style == .colored { lines += "\u{1B}[38;2;0;0;0;48;2;255;255;255m" }
            for x in 0..<side {
                let upper = dark(x - border, y - border)
                // A last half row lies outside of the symbol and stays light with the border.
                let lower = dark(x - border, y + 1 - border)
                lines += Self.block(upper: upper, lower: lower, inverted: style == .lightBlocks)
            }
            if style == .colored { lines += "\u{1B}[0m" }
            lines += "\n"
        }
        return lines
    }

    /// Draws the code as a scalable picture for browsers, one path of whole modules.
    ///
    /// - Parameter quiet: modules of light border; readers want 4.
    package func svg(quiet: Int = 4) -> String {
        let border = max(0, quiet)
        let side = size + 2 * border
        var path = ""
        for y in 0..<size {
            for run in runs(inRow: y) {
                path += "M\(run.lowerBound + border) \(y + border)h\(run.count)v1h-\(run.count)z"
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(path)"/></svg>

            """
    }

    private func dark(_ x: Int, _ y: Int) -> Bool {
        (0..<size).contains(x) && (0..<size).contains(y) && self[x, y]
    }

    private static func block(upper: Bool, lower: Bool, inverted: Bool) -> String {
        switch (upper != inverted, lower != inverted) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    }
}
