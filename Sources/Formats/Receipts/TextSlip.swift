// SPDX-License-Identifier: Apache-2.0

import EscPos

/// Writes the lines of a slip as plain text, for terminals and mails.
package struct TextSlip: Sendable {
    private let columns: Int

    /// Takes the columns that the lines were laid out for.
    package init(columns: Int) { self.columns = max(columns, SlipSetter.fewestColumns) }

    /// Writes lines that end with a newline each and have no spaces at their end.
    package func text(_ lines: [SlipLine]) -> String {
        lines.compactMap { line(of: $0).map { $0 + "\n" } }.joined()
    }

    /// The text of a line; nil for what only paper has.
    private func line(of line: SlipLine) -> String? {
        switch line {
        case .blank: return ""
        case .logo, .barCode, .drawer, .buzzer: return nil
        case .feed(let lines): return String(repeating: "\n", count: max(lines - 1, 0))
        case .rule, .cut: return String(repeating: "-", count: columns)
        case .code(let payload, _):
            return SlipText.chunks(of: SlipText.clean(payload), cells: columns).joined(separator: "\n")
        case .text(let text, let indent, let size, _):
            // Without large letters the line is shorter and needs more room before it.
            let more = CellWidth.of(text) * (size.widthFactor - 1) / 2
            return String(repeating: " ", count: indent + more) + text
        }
    }
}
