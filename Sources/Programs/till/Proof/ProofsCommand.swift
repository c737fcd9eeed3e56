// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till proofs`
struct ProofsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proofs",
        abstract: "Say up to which day everything is proven by the acquirers' statements.",
        discussion: """
            A day is proven when the acquirer's statement was compared with the ledger line by
            line, both ways, and every difference is settled; and so is every day before it.

            Exit status: 0 no difference is open, 3 a person has to look.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("How many days to list, the newest first.", valueName: "count"))
    var days: Int = 7

    func validate() throws {
        guard (0...400).contains(days) else {
            throw ValidationError("--days is a number from 0 to 400")
        }
    }

    func run() async throws {
        let accounts = try await daemon.client().proofs(days: days)
        for account in accounts {
            if output.isJSON {
                try output.json(account)
            } else {
                for line in ProofText.lines(account) { Terminal.line(line) }
            }
        }
        if accounts.contains(where: { $0.days.contains { $0.open > 0 } }) {
            throw ExitStatus.needsPerson
        }
    }
}
