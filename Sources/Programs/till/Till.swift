// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners

/// `till`: the command line of a terminal.
struct Till: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till",
        abstract: "Open sales at this terminal, follow them, and see what the daemon does.",
        discussion: """
            Every command speaks to the daemon tilld over its local API.

            Exit status: 0 done or paid, 1 refused or failed, 2 not paid (or paid too late),
            3 a person has to look, 4 the daemon is not running, 64 wrong usage.
            """,
        version: ProgramVersion.text,
        subcommands: [
            Pay.self, OrderCommand.self, Explain.self, EvidenceCommand.self, HoldCommand.self, QueueCommand.self,
            EventsCommand.self, WebhookCommand.self, DayCommand.self, PrinterCommand.self, DisplayCommand.self,
            HealthCommand.self,
            ProofsCommand.self,
            HeadCommand.self, VerifyCommand.self, BackupCommand.self, TokenCommand.self,
        ]
    )
}
