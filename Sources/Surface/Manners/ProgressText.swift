// SPDX-License-Identifier: Apache-2.0

/// One line that says what takes so long, written anew every second.
///
/// What it gives is what a terminal is to be sent; most things are over before there is anything.
package struct ProgressText: Sendable {
    /// What is being done: `checking the ledger`.
    package var sentence: String
    private var seconds = 0
    private var isDrawn = false

    /// Starts with nothing drawn.
    package init(_ sentence: String) { self.sentence = sentence }

    /// Lets a second pass.
    ///
    /// - Parameter columns: the terminal's width; the last one stays free, so that no line is broken.
    package mutating func secondPassed(columns: Int) -> String {
        seconds += 1
        isDrawn = true
        return "\r\u{1B}[K" + Self.cut("\(sentence), \(Self.age(seconds))", to: columns - 1)
    }

    /// Takes the line away; empty if nothing is drawn.
    package mutating func wiped() -> String {
        defer { isDrawn = false }
        return isDrawn ? "\r\u{1B}[K" : ""
    }

    private static func age(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    /// As much as fits, without what could move the cursor; characters beyond Latin may take two columns.
    private static func cut(_ text: String, to columns: Int) -> String {
        var width = 0
        let scalars = text.unicodeScalars.prefix { scalar in
            width += scalar.value >= 0x1100 ? 2 : 1
            return width <= columns
        }
        let safe = scalars.map { [.control, .format].contains($0.properties.generalCategory) ? "\u{FFFD}" : $0 }
        return String(String.UnicodeScalarView(safe))
    }
}
