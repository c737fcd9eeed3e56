// SPDX-License-Identifier: Apache-2.0

import Foundation
import PaperTesting

/// What a run says on standard output.
enum MatrixReport {
    private static let columns = ["printer", "cable", "trials", "fired", "marked", "settled", "asked", "hollow", "bad"]

    /// Says what a whole run brought, a line for each printer and cable.
    static func say(_ played: [Campaign.Played], seconds: Double) {
        line(columns)
        var whole = PaperTally()
        for model in PaperModel.all {
            for cable in PaperCable.allCases {
                let some = played.filter { $0.cell.model.name == model.name && $0.cell.cable == cable }
                guard !some.isEmpty else { continue }
                var tally = PaperTally()
                for cell in some { tally.add(cell.tally) }
                line([model.name, cable.rawValue] + numbers(tally))
                whole.add(tally)
            }
        }
        line(["all", ""] + numbers(whole))
        for place in whole.places { Output.line("wrong: \(place)") }
        let rate = Double(whole.trials) / max(seconds, 0.001)
        let cells = played.count
        Output.line(
            "\(cells) cells, \(whole.trials) trials in \(String(format: "%.1f", seconds)) s, "
                + "\(String(format: "%.0f", rate)) a second")
        Output.line(whole.bad == 0 ? "nothing is wrong" : "\(whole.bad) trials are wrong: \(words(whole.findings))")
    }

    /// Findings with their numbers, in words.
    static func words(_ findings: [PaperFinding: Int]) -> String {
        PaperFinding.allCases.compactMap { finding in findings[finding].map { "\(finding.rawValue) \($0)" } }
            .joined(separator: ", ")
    }

    private static func numbers(_ tally: PaperTally) -> [String] {
        [tally.trials, tally.fired, tally.marked, tally.settled, tally.asked, tally.hollow, tally.bad].map(String.init)
    }

    private static func line(_ fields: [String]) {
        let padded = fields.enumerated().map { index, field in
            let width = index < 2 ? 14 : 9
            let blanks = String(repeating: " ", count: max(width - field.count, 0))
            return index < 2 ? field + blanks : blanks + field
        }
        Output.line(padded.joined())
    }
}
