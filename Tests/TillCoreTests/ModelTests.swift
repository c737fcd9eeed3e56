// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore

@Suite struct `The machine of a sale, to the last state` {
    /// One attempt, one piece of money and one refund: with more of each the machines make the same
    /// moves, and there are many more states. Sequences with more are followed to a depth elsewhere.
    static func closures() -> [Closure] {
        [
            Closure(
                from: Story(slips: .none),
                within: Closure.Bounds(attempts: 1, transactions: 1, refunds: 1))
        ]
    }

    @Test func `keeps every promise, is never stuck, and moves as the manual says`() throws {
        let closures = Self.closures()

        for closure in closures {
            #expect(closure.faults == [])
            #expect(closure.isNeverStuck)
            // Fewer would mean that the exploration does not explore.
            #expect(closure.states > 5000)
            #expect(closure.depth >= 7)
        }
        let drawn = Self.page(closures)
        let written = try String(contentsOf: Self.manualPage, encoding: .utf8)
        let table = written.split(separator: "<!-- drawn from the code -->\n").last ?? ""
        for (line, other) in zip(drawn.split(separator: "\n"), table.split(separator: "\n"))
        where line != other {
            Issue.record("the manual has \"\(other)\", and the machine moves \"\(line)\"")
        }
        #expect(drawn.split(separator: "\n").count == table.split(separator: "\n").count, "\(drawn)")
    }

    static var manualPage: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent(
                "Sources/Manual/TillManual/TillManual.docc/Concepts/Machines.md")
    }

    /// The arrows of each machine: one line for each two states, with all that leads over.
    static func page(_ closures: [Closure]) -> String {
        let moves = closures.reduce(into: Set<Closure.Move>()) { $0.formUnion($1.moves) }
        var page = ""
        for machine in ["order", "attempt", "transaction", "refund"] {
            page += "\n## The \(machine)\n\n| from | to | what happens |\n|---|---|---|\n"
            let own = moves.filter { $0.machine == machine }
            let pairs = Dictionary(grouping: own) { [$0.from, $0.to] }
            for pair in pairs.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                let causes = (pairs[pair] ?? []).map(\.cause).sorted().joined(separator: ", ")
                page += "| \(pair[0]) | \(pair[1]) | \(causes) |\n"
            }
        }
        return page
    }
}
