// SPDX-License-Identifier: Apache-2.0

package import EscPos

/// One line of a slip, laid out for a number of columns and for no device.
package enum SlipLine: Sendable, Hashable {
    /// Text: so many empty cells of normal size, and then the characters.
    case text(String, indent: Int, size: SlipSize, bold: Bool)
    /// An empty line.
    case blank
    /// A line across the paper.
    case rule
    /// A code with its border; one that the slip does not need becomes text where it cannot be read.
    case code(payload: String, isNeeded: Bool)
    /// The shop's logo, where there is one.
    case logo
    /// A bar code in the middle.
    case barCode(BarCode)
    /// So many lines of feed.
    case feed(Int)
    /// A cut before the end.
    case cut
    /// Where the drawer opens, if it opens at all.
    case drawer
    /// So many beeps, where the printer has a buzzer.
    case buzzer(Int)

    /// How many columns of the grid it takes.
    var columns: Int {
        switch self {
        case .text(let text, let indent, let size, _): indent + CellWidth.of(text) * size.widthFactor
        case .blank, .rule, .code, .logo, .barCode, .feed, .cut, .drawer, .buzzer: 0
        }
    }
}
