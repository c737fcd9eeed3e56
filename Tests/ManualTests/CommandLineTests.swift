// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `Every command` {
    /// Commands that print nothing that JSON could say, and why.
    private static let speechless = [
        "till display preview": "it draws a picture",
        "tilld run": "it stays, and writes a log",
        "tilld display clear": "it prints nothing unless something is wrong",
        "till-sandbox serve": "it stays, and says where it listens",
    ]

    @Test func `that prints something prints JSON where that is wanted`() throws {
        let tree = try CommandTree.built.get()

        let without = tree.leaves.filter {
            !tree.options(of: $0.words.split(separator: " ").map(String.init)).contains("--json")
        }
        .map(\.words)

        #expect(Set(without) == Set(Self.speechless.keys), "\(without)")
        #expect(tree.leaves.count > 50)
    }

    @Test func `says in a sentence what it is for, and so does each of its options`() throws {
        let tree = try CommandTree.built.get()

        for (words, command) in tree.leaves {
            #expect(command.abstract?.hasSuffix(".") == true, "\(words): \(command.abstract ?? "nothing")")
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                let name = argument.spellings.last ?? argument.valueName ?? ""
                #expect(
                    argument.abstract?.hasSuffix(".") == true, "\(words) \(name): \(argument.abstract ?? "nothing")")
            }
        }
    }

    @Test func `ends with what the manual has for its program`() throws {
        let tree = try CommandTree.built.get()
        let page = StatusPage()

        for (words, command) in tree.leaves {
            let program = String(words.split(separator: " ").first ?? "")
            let told = command.discussion?.components(separatedBy: "Exit status:").dropFirst().first ?? ""
            let line = told.split(whereSeparator: \.isNewline).joined(separator: " ")
            let statuses = "," + line
            for match in statuses.matches(of: #/[,:] ?(\d+) /#) {
                let status = try #require(Int(match.1))
                #expect(page.statuses(of: program).contains(status), "\(words): \(status)")
            }
        }
        #expect(page.statuses(of: "till") == [0, 1, 2, 3, 4, 64])
    }
}
