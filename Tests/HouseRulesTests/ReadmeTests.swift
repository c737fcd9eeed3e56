// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `The README` {
    private let readme = SourceTree.text("README.md")

    @Test func `its transcript is the one that is played`() {
        let transcript = SourceTree.text("Tests/TranscriptTests/Transcripts/readme.till")

        #expect(!transcript.isEmpty)
        #expect(readme.contains(transcript.trimmingCharacters(in: .newlines)))
    }

    @Test func `it names every printer profile, and no other`() {
        let profiles = SourceTree.files(under: "Devices/Printers", suffix: ".yaml").map {
            String($0.path.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
        }
        let table = readme.split(separator: "## What works").last?.split(separator: "\n## ").first ?? ""
        let named = Set(table.matches(of: /`((?:generic|epson|xprinter)-[a-z0-9-]+)`/).map { String($0.1) })

        #expect(named == Set(profiles))
    }

    @Test func `every file that it names is there`() {
        let paths = readme.matches(of: /`((?:Sources|Tests|Scripts|Devices)\/[A-Za-z0-9_+.\/-]+)`/)

        #expect(!paths.isEmpty)
        for match in paths {
            let path = SourceTree.root.appending(path: String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(match.1) is not there")
        }
    }

    @Test func `every page that the manual links is there`() {
        let manual = SourceTree.files(under: "Sources/Manual", suffix: ".md")
        let pages = Set(manual.map { String($0.path.split(separator: "/").last?.dropLast(3) ?? "") })

        for page in manual {
            for link in page.text.matches(of: /<doc:([A-Za-z0-9-]+)>/) {
                #expect(pages.contains(String(link.1)), "\(page.path) links \(link.1)")
            }
        }
    }
}
