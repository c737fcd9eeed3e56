// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-sandbox clock …`
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "Show or move the sandbox's time.",
        discussion: """
            Time moves on only. Everything that falls due on the way happens in its order: payers pay, codes expire, notifies
            are sent and tried again, days end. Requests may be signed by the machine's clock or by the sandbox's, and notifies
            are signed by the machine's: a till whose clock did not move goes on selling.
            """,
        subcommands: [ClockShow.self, ClockAdvance.self, ClockSet.self, ClockNext.self],
        defaultSubcommand: ClockShow.self)
}
