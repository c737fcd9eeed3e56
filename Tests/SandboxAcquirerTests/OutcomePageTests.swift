// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import SandboxAcquirer

/// The manual's page of outcomes says what the tables say.
@Suite struct `The page of outcomes` {
    private func page() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appending(path: "Sources/Manual/TillManual/TillManual.docc/Reference/Outcomes.md")
        return try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n")
    }

    private func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func end(of outcome: SaleOutcome) -> String {
        var words = [outcome.end.rawValue] + outcome.refunds.map { "\($0) goes back" }
        if outcome.refund == .refused, outcome.end == .paid { words.append("no refund") }
        if outcome.statement == .differs { words.append("statement differs") }
        return words.joined(separator: ", ")
    }

    @Test func `has every outcome as the table has it, and no other`() throws {
        let rows = SaleOutcome.all.map { outcome in
            "| \(outcome.amount / 100).\(twoDigits(outcome.amount % 100)) | `\(outcome.name)` | \(outcome.summary) "
                + "| \(outcome.create) | \(end(of: outcome)) |"
        }

        let written = try page().filter { $0.hasPrefix("| 900.") }

        #expect(written == rows)
    }

    @Test func `has every word as the table has it, and no other`() throws {
        let rows = ScriptWord.allCases.map { "| \(twoDigits(Int64($0.number))) | `\($0.usage)` | \($0.summary) |" }

        let written = try page().filter { $0.firstMatch(of: /^\| [0-9]{2} \|/) != nil }

        #expect(written == rows)
    }
}
