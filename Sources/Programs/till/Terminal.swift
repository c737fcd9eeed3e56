// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Manners
import TillAPI

/// Standard output: whether it is a terminal, how large, and how to write to it.
enum Terminal {
    /// Whether standard output is a terminal.
    static let isTerminal = isatty(STDOUT_FILENO) == 1

    /// Whether colours are wanted.
    static let hasColour = ColourRule.isWanted(
        isTerminal: isTerminal, environment: ProcessInfo.processInfo.environment)

    /// Columns and rows; a common size if the terminal does not say.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
        else {
            return (80, 24)
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Writes a line at once, so that a reader of a pipe sees it when it happens.
    static func line(_ text: String) {
        write(safe(text) + "\n", to: STDOUT_FILENO)
    }

    /// Writes words as a line at once, one of them in a style.
    static func line(_ words: [String], _ style: Style, at index: Int) {
        let shown = words.enumerated().map { $0.offset == index ? style(safe($0.element)) : safe($0.element) }
        write(shown.joined(separator: " ") + "\n", to: STDOUT_FILENO)
    }

    /// Writes text as it is.
    static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
        write(Array(text.utf8), to: descriptor)
    }

    /// Writes bytes as they are; a reader that has gone ends the program, as with any filter.
    static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR else { return }
            } else {
                rest.removeFirst(count)
            }
        }
    }

    /// Foreign text without what could move the cursor or forge a line.
    static func safe(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { TextRule.disturbs($0) ? "\u{FFFD}" : $0 }))
    }
}
