// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `What the manual says` {
    @Test(arguments: Manual.pages)
    func `has no dashes where options are meant`(page: Manual.Page) {
        let text = page.prose.replacing(/`[^`]*`/, with: "").replacing(/(?s)<!--.*?-->/, with: "")
            .replacing(/(?m)^[|: -]+$/, with: "")

        // DocC makes one dash of two.
        #expect(!text.contains("--"), "\(page.path): options are code")
    }

    @Test(arguments: Manual.pages)
    func `of the configuration uses keys that are there`(page: Manual.Page) {
        let example = Manual.text("Sources/Programs/tilld/Resources/tilld.example.yaml")

        let settings = page.blocks.filter { $0.language == "yaml" }.map(\.text).joined(separator: "\n")
        let sessions = page.blocks.filter { $0.language == "console" }.flatMap { block in
            block.text.split(separator: "\n").filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }
        }.joined(separator: "\n")

        let names = settings.matches(of: /enabled: \[([a-z, ]*)\]/).flatMap { $0.1.split(separator: ", ") }
        for match in (settings + "\n" + sessions).matches(of: /(?:^|\n|[{,])\s*([a-z_]+):(?=\s|$)/) {
            let key = match.1
            // A name of the shop's own.
            if names.contains(key) { continue }
            #expect(
                example.contains("\n\(key):") || example.contains(" \(key):") || example.contains("{ \(key):"),
                "\(page.path): \(key)")
        }
    }

    @Test(arguments: Manual.pages)
    func `names files that are there`(page: Manual.Page) {
        let paths = page.text.matches(of: /`((?:Sources|Tests|Scripts|Devices)\/[A-Za-z0-9_+.\/-]+)[ `]/).map {
            String($0.1)
        }

        // An example of what somebody may add.
        for path in paths where !path.contains("Foo") {
            let place = Manual.root.appending(path: path).path
            #expect(FileManager.default.fileExists(atPath: place), "\(page.path): \(path) is not there")
        }
    }

    @Test func `of the journal's entries is what the code can write`() {
        let source = Manual.text("Sources/Store/TillStore/Journal/JournalEntry.swift")
        let page = Manual.page("\(Manual.catalog)/Reference/JournalEntries.md")
        func names(_ function: String) -> [String] {
            let body = source.components(separatedBy: function).dropFirst().first?.components(separatedBy: "\n    }\n")
                .first
            return (body ?? "").matches(of: /: "([a-z_.]+)"(?=\n)/).map { String($0.1) }
        }

        let entries = names("package var name: String {")
        let commands = names("name(of command: OrderCommand)").map { "accepted.\($0)" }
        let facts = names("name(of fact: OrderFact)") + names("name(of fact: AttemptFact)")
        let refunds = names("name(of fact: RefundFact)").map { "refund.\($0)" }
        let prints = names("name(of fact: PrintFact)").map { "print.\($0)" }
        let written = Set(entries + commands + (facts + refunds + prints).map { "recorded.\($0)" })

        let rows = page.text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let told = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").matches(of: /`([a-z_.]+)`/).map { String($0.1) }
        }
        #expect(written.count > 45)
        #expect(Set(told) == written, "\(Set(told).symmetricDifference(written).sorted())")
        #expect(told.count == Set(told).count)
    }
}
