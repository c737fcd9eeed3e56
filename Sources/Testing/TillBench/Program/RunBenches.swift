// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// `till-bench run [NAME…]`
struct RunBenches: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Measure, and print the table.",
        discussion: """
            Every figure is the median of rounds in which the yardstick is measured in turn with it, and stands beside how far \
            the rounds reach. A figure whose control fails is not printed; what failed is. No figure is a test: whether an \
            aim is kept is for people to read.

            Exit status: 0 all figures are there, 1 some are not, 64 wrong usage.
            """)

    @Argument(help: "What to measure: \(Bench.allCases.map(\.rawValue).joined(separator: ", ")); all if left out.")
    var names: [Bench] = []
    @Flag(help: "Print what there is to measure, and nothing else.") var list = false
    @Flag(help: "Measure less, in minutes: to see that it works, not for the manual.") var short = false
    @Flag(help: "Print the table for the manual, with machine and commit.") var markdown = false
    @Option(help: "Where ledgers lie: a folder on the disk that is to be measured.") var folder = ".build-bench"
    @Option(help: "The commit that is measured, for the manual.") var commit = ""
    @Option(help: "Sales of the large ledger; 1000000, or 20000 with --short.") var orders: Int?

    func validate() throws {
        guard orders.map({ (1000...10_000_000).contains($0) }) ?? true else {
            throw ValidationError("--orders takes 1000 to 10000000")
        }
    }

    func run() async throws {
        if list {
            for bench in Bench.allCases {
                Output.line(bench.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0) + bench.summary)
            }
            return
        }
        let signals = Leavings.goWithUs()
        defer { withExtendedLifetime(signals) {} }
        let place = URL(filePath: folder).standardizedFileURL.path
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let machine = try Machine(folder: place)
        let ground = Ground(
            folder: place, isShort: short, orders: orders ?? (short ? 20_000 : 1_000_000), sync: machine.sync.median)
        var parts: [FigureTable.Part] = []
        for bench in names.isEmpty ? Bench.allCases : names {
            Output.note("measuring \(bench.rawValue): \(bench.summary)")
            let part = FigureTable.Part(
                name: bench.rawValue, command: command(bench), figures: await figures(bench, ground))
            parts.append(part)
            if !markdown { Output.line(FigureTable.text(part)) }
        }
        let table = FigureTable(parts: parts)
        let lines = machine.lines(commit: commit)
        if markdown {
            Output.line(table.markdown(lines.map { "- \($0)\n" }.joined()))
        } else {
            for line in lines { Output.line(line) }
        }
        guard table.isWhole else { throw ExitCode(1) }
    }

    private func figures(_ bench: Bench, _ ground: Ground) async -> [Figure] {
        do {
            return try await bench.figures(ground)
        } catch {
            return [Figure(bench.summary, refused: "\(error)")]
        }
    }

    private func command(_ bench: Bench) -> String {
        var words = ["Scripts/bench", bench.rawValue]
        if short { words.append("--short") }
        if bench == .ledger, let orders { words += ["--orders", "\(orders)"] }
        return words.joined(separator: " ")
    }
}
