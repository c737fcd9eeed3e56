// SPDX-License-Identifier: Apache-2.0

import Raster

/// A line of a column of text, before it is known how large it can be.
struct TextLine {
    /// Says what happens to a line that is too wide at its least size.
    enum Overflow {
        /// It does not fit.
        case refuse
        /// It becomes several lines.
        case wrap
        /// Its end is left out and an ellipsis says so.
        case ellipsis
    }

    let text: String
    /// The size it should have.
    let preferred: Int
    /// The size below which it cannot be read.
    let least: Int
    let color: Color
    /// Pixels above it, unless it is the first; they shrink with the text.
    var gap = 0
    /// Tells whether the screen is refused rather than drawn without it.
    var isRequired = true
    var overflow = Overflow.wrap

    /// The smallest size at which a text can be read on any panel; Chinese needs more rows.
    static func leastSize(of text: String) -> Int {
        text.utf8.contains { $0 >= 0x80 } && text.unicodeScalars.contains { $0.value >= 0x2E80 } ? 12 : 8
    }
}
