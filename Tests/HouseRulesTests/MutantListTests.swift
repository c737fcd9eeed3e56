// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The list of faults made by hand: it has to follow the code, or `Scripts/mutants` proves nothing.
@Suite struct `The list of mutants` {
    /// A text of a file, without the marks around what is replaced in it.
    private struct Change {
        var old = ""
        var hasNew = false
    }

    private struct Mutant {
        let name: String
        var fields: [String: String] = [:]
        var changes: [Change] = []

        var file: String { fields["file"] ?? "" }
        var isPlanted: Bool { name.hasPrefix("planted-") }
    }

    private static let listed = mutants(in: SourceTree.text("Tests/Mutants/mutants.txt"))

    private var all: [Mutant] { Self.listed }
    private var real: [Mutant] { all.filter { !$0.isPlanted } }

    private static func mutants(in text: String) -> [Mutant] {
        var found: [Mutant] = []
        var previous: Substring = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            defer { previous = line }
            if line.hasPrefix("mutant: ") {
                found.append(Mutant(name: String(line.dropFirst("mutant: ".count))))
                continue
            }
            guard let last = found.indices.last else { continue }
            if line.hasPrefix("- ") {
                let old = line.dropFirst(2).filter { $0 != "«" && $0 != "»" }
                if previous.hasPrefix("- "), let change = found[last].changes.indices.last {
                    found[last].changes[change].old += "\n" + old
                } else {
                    found[last].changes.append(Change(old: String(old)))
                }
            } else if line.hasPrefix("+ "), let change = found[last].changes.indices.last {
                found[last].changes[change].hasNew = true
            } else if let colon = line.firstRange(of: ": ") {
                found[last].fields[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
            }
        }
        return found
    }

    private static func count(of part: Data, in text: Data) -> Int {
        var count = 0
        var rest = text.startIndex..<text.endIndex
        while let found = text.range(of: part, in: rest) {
            count += 1
            rest = found.upperBound..<text.endIndex
        }
        return count
    }

    @Test func `follows the code: what a mutant replaces stands there, and once`() {
        var texts: [String: Data] = [:]

        for mutant in all {
            let text = texts[mutant.file] ?? Data(SourceTree.text(mutant.file).utf8)
            texts[mutant.file] = text
            #expect(!mutant.changes.isEmpty, "\(mutant.name) changes nothing")
            for change in mutant.changes {
                let times = Self.count(of: Data(change.old.utf8), in: text)
                #expect(times == 1, "\(mutant.name): \"\(change.old)\" stands \(times) times in \(mutant.file)")
            }
        }
    }

    @Test func `says of each what goes wrong, and what is replaced`() {
        let kinds = ["expression", "statement", "words"]

        #expect(Set(all.map(\.name)).count == all.count)
        for mutant in all {
            #expect(mutant.name.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil, "\(mutant.name) is no name")
            #expect(mutant.fields["if so"]?.isEmpty == false, "\(mutant.name) does not say what goes wrong")
            #expect(kinds.contains(mutant.fields["as"] ?? ""), "\(mutant.name) is none of \(kinds)")
            #expect(
                mutant.fields["as"] == "statement" || mutant.changes.allSatisfy(\.hasNew),
                "\(mutant.name) has nothing to put there")
        }
    }

    @Test func `goes through the rooms where money is decided, and where it is asked for`() {
        let places = [
            (["Sources/Core/TillCore/"], 28),
            (
                [
                    "Sources/Store/TillStore/", "Sources/Services/PaymentService/",
                    "Sources/Services/PrintService/",
                ], 12
            ),
            (["Sources/Providers/"], 8),
            (["Sources/Surface/TillServer/"], 30),
        ]

        #expect(real.count >= 40)
        for (folders, least) in places {
            let there = real.count { mutant in folders.contains { mutant.file.hasPrefix($0) } }
            #expect(there >= least, "\(there) in \(folders)")
        }
    }

    @Test func `has what shows that it can tell`() {
        let planted = all.filter(\.isPlanted).map(\.name)

        #expect(planted == ["planted-same", "planted-hang", "planted-trap"])
    }
}
