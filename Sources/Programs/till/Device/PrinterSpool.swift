// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till printer spool`
struct PrinterSpool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spool",
        abstract: "List the slips that wait, why, and those of which nobody can tell whether they came out.",
        discussion: "Exit status: 0 all of them go on by themselves, 3 a person has to look."
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let client = try daemon.client()
        let needsPerson = try await QueueList.show(client, lane: .print, order: nil, isHeld: nil, output)
        let doubts = try await ReceiptDoubt.all(client)
        for doubt in doubts {
            if output.isJSON { try output.json(doubt) } else { Terminal.line(HoldText.line(doubt)) }
        }
        if needsPerson || !doubts.isEmpty { throw ExitStatus.needsPerson }
    }
}
