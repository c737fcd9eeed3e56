// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till hold`: what a person has to decide.
struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "See what a person has to look at, and decide it.",
        subcommands: [HoldList.self, HoldSettle.self]
    )
}
