// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-sandbox clock …`
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "Show or move the sandbox's time.",
        subcommands: [ClockShow.self, ClockAdvance.self], defaultSubcommand: ClockShow.self)
}
