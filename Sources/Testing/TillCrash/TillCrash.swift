// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-crash`: ends tilld at the worst moments, and looks at what is left.
struct TillCrash: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till-crash",
        abstract: "Ends tilld at the worst moments, and compares what is left with what was heard, paid and printed.",
        discussion: """
            Exit status: 0 nothing was wrong, 1 something was, 2 the run could not be made, 64 wrong usage.

            Everything happens in folders of its own below the temporary directory, on loopback.
            """,
        subcommands: [
            RandomCommand.self, SweepCommand.self, ErrorsCommand.self, SharedCommand.self, CrossCheckCommand.self,
        ])
}
