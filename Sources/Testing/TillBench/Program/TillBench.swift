// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-bench`: measures what tilld costs, beside yardsticks in the same run.
@main
struct TillBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till-bench", abstract: "Measure what tilld costs, beside yardsticks in the same run.",
        discussion: "Scripts/bench builds what it needs and starts it.",
        subcommands: [RunBenches.self, MakeLedger.self, WriteBare.self], defaultSubcommand: RunBenches.self)
}
