// SPDX-License-Identifier: Apache-2.0

import Foundation
import TillSimulation

/// What a run says on standard output.
enum RunReport {
    /// Says what is wrong with a seed, and how it is played again.
    static func say(_ report: SeedReport, _ options: String) {
        guard !report.findings.isEmpty else { return }
        for finding in report.findings.prefix(5) { Output.line("seed \(report.seed): \(finding)") }
        if report.findings.count > 5 { Output.line("seed \(report.seed): and \(report.findings.count - 5) more") }
        Output.line("    again: Scripts/simulate \(options)--seed \(report.seed) --trace")
    }

    /// Says what a whole run brought.
    static func say(_ campaign: Campaign, seconds: Double) {
        for (situation, times) in campaign.situations.sorted(by: { $0.key < $1.key }) {
            Output.line("\(String(times).padded(to: 10))  \(situation.rawValue)")
        }
        for situation in campaign.uncovered { Output.line("never reached: \(situation.rawValue)") }
        let hours = Double(campaign.milliseconds) / 3_600_000
        let rate = Double(campaign.sales) / max(seconds, 0.001)
        Output.line(
            """
            \(campaign.seeds) seeds, \(campaign.sales) sales, \(campaign.crashes) crashes, \
            \(campaign.requests) requests, \(String(format: "%.1f", hours)) simulated hours \
            in \(String(format: "%.1f", seconds)) s: \(String(format: "%.1f", rate)) sales/s, \
            hash \(String(campaign.hash, radix: 16))
            """)
        let bad = Set(campaign.findings.map(\.seed)).count
        Output.line(bad == 0 ? "nothing is wrong" : "\(campaign.findings.count) findings in \(bad) seeds")
    }
}

extension String {
    /// The text with blanks before it.
    fileprivate func padded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
