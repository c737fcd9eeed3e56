// SPDX-License-Identifier: Apache-2.0

/// Figures of benches, for a terminal or for the manual.
struct FigureTable: Hashable {
    /// The figures of one bench.
    struct Part: Hashable {
        /// The bench.
        let name: String
        /// The command that measures them again.
        let command: String
        /// Its figures.
        let figures: [Figure]
    }

    static let heads = ["figure", "measured", "rounds", "beside", "aim", "kept"]

    /// The benches in their order.
    let parts: [Part]

    /// Whether every figure is there.
    var isWhole: Bool { parts.allSatisfy { part in !part.figures.contains(where: \.isRefused) } }

    /// A table of a bench for a terminal: its columns stand below each other.
    static func text(_ part: Part) -> String {
        let rows = [Self.heads] + part.figures.map(cells)
        let widths = Self.heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
                .joined(separator: "  ").droppingBlanks
        }
        return ([part.name, "  \(part.command)"] + lines.map { "  \($0)" }).joined(separator: "\n") + "\n"
    }

    /// All tables for the manual.
    ///
    /// - Parameter preface: what was measured on.
    func markdown(_ preface: String) -> String {
        let tables = parts.map { part in
            let rows = [Self.heads, Self.heads.map { _ in "---" }] + part.figures.map(Self.cells)
            let lines = rows.map { row in
                "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
            }
            return "### \(part.name)\n\n`\(part.command)`\n\n" + lines.joined(separator: "\n") + "\n"
        }
        return ([preface] + tables).joined(separator: "\n")
    }

    /// The cells of a row.
    static func cells(_ figure: Figure) -> [String] {
        switch figure.result {
        case .refused(let why): return [figure.what, "no figure", "", why, "", ""]
        case .value(let value, let spread):
            let reach = spread.map { "\(figure.unit.text($0.lowerBound)) to \(figure.unit.text($0.upperBound))" }
            let kept = figure.aim?.holds(value).map { $0 ? "yes" : "no" }
            return [
                figure.what, figure.unit.text(value), reach ?? "", figure.beside, figure.aim?.text(figure.unit) ?? "",
                kept ?? "",
            ]
        }
    }
}

extension String {
    /// The text without the blanks at its end.
    fileprivate var droppingBlanks: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
