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

    /// The files of a folder of profiles, without the bases.
    private static func models(_ folder: String) -> [String] {
        SourceTree.files(under: "Devices/\(folder)", suffix: ".yaml").map(\.text).filter { $0.contains("\ninherits: ") }
    }

    @Test func `it counts the models, their makers and what is known of them`() {
        let printers = Self.models("Printers")
        let makers = Set(printers.compactMap { $0.firstMatch(of: /\nvendor: (.+)/).map { String($0.1) } })
        let documented = printers.count { $0.contains("\nsupport: documented\n") }
        let expected = printers.count { $0.contains("\nsupport: expected\n") }

        #expect(readme.contains("| \(printers.count) models of \(makers.count) makers, each with a profile"))
        #expect(readme.contains("| \(documented) documented, \(expected) expected |"))
        #expect(documented + expected == printers.count)
        #expect(readme.contains("| \(Self.models("Displays").count) panels and drivers, each with a profile"))
    }

    @Test func `the table beside the profiles names every one of them, and no other`() {
        let page = SourceTree.text("Devices/README.md")
        let bases = page.split(separator: "## Add a printer").last.map(String.init) ?? ""
        for (folder, heading) in [("Printers", "## Printers that"), ("Displays", "## Displays that")] {
            let files = SourceTree.files(under: "Devices/\(folder)", suffix: ".yaml").map {
                String($0.path.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
            }
            let table = page.split(separator: heading).last?.split(separator: "\n## ").first ?? ""
            let named = Set(table.matches(of: /\n\| `([a-z0-9-]+)` \|/).map { String($0.1) })

            #expect(named.isSubset(of: files), "\(folder): \(named.subtracting(files)) are not there")
            for id in files where !named.contains(id) { #expect(bases.contains("`\(id)`"), "\(id) is named nowhere") }
        }
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
