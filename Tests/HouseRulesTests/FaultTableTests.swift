// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The manual's table of faults: each row has a test that can be looked up, or says who owes one.
@Suite struct `The table of faults` {
    /// A row: number, fault, what happens, and the tests that show it.
    private struct Row {
        let number: String
        let tests: String
    }

    /// Faults that the table must have; the last is F46.
    private static let numbers = (1...46).map { "F\($0)" }

    /// Issues that come later and may be named instead of a test.
    private static let laterIssues = ["The glass and the paper", "For those who build on it"]

    private static func rows() -> [Row] {
        let page = SourceTree.text(
            "Sources/Manual/TillManual/TillManual.docc/Concepts/Faults.md")
        return page.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count >= 6, cells[1].wholeMatch(of: /F[0-9]+/) != nil else { return nil }
            return Row(number: cells[1], tests: cells[4])
        }
    }

    @Test func `has every fault once, in order`() {
        #expect(Self.rows().map(\.number) == Self.numbers)
    }

    @Test func `names a test or a script for each, and the test is there`() {
        let files = SourceTree.swiftFiles(under: "Tests") + SourceTree.files(under: "Tests", suffix: ".till")

        for row in Self.rows() {
            let named = row.tests.matches(of: /`([A-Za-z0-9+-]+\.(?:swift|till))`(?::? \*([^*]+)\*)?/)
            let scripts = row.tests.matches(of: /`Scripts\/([a-z]+)[^`]*`/)
            let later = Self.laterIssues.filter { row.tests.contains("later: \"\($0)\"") }
            #expect(!(named.isEmpty && later.isEmpty), "\(row.number) names no test")
            for match in named {
                // Several suites may have files of one name.
                let named = files.filter { $0.path.hasSuffix("/\(match.1)") }
                #expect(!named.isEmpty, "\(row.number) names \(match.1), which is not there")
                guard let sentence = match.2 else { continue }
                #expect(
                    named.contains { $0.text.contains("`\(sentence)`") },
                    "\(row.number): \(match.1) has no test \"\(sentence)\"")
            }
            for match in scripts {
                let path = SourceTree.root.appending(path: "Scripts/\(match.1)").path
                #expect(FileManager.default.isExecutableFile(atPath: path), "\(row.number): \(match.1)")
            }
        }
    }
}
