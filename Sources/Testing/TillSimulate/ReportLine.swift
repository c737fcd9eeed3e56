// SPDX-License-Identifier: Apache-2.0

import Foundation
import TillSimulation

/// One seed's report as one line of JSON, as a process hands it to the one that started it.
enum ReportLine {
    /// Findings that one line carries; more say nothing new.
    private static let findingsMax = 2

    static func text(of report: SeedReport) throws -> String {
        var short = report
        short.findings = report.findings.prefix(findingsMax).map { String($0.prefix(300)) }
        return String(decoding: try JSONEncoder().encode(short), as: UTF8.self)
    }

    static func report(_ text: some StringProtocol) throws -> SeedReport {
        try JSONDecoder().decode(SeedReport.self, from: Data(text.utf8))
    }
}
