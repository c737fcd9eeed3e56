// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till printer spool`
struct PrinterSpool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spool",
        abstract: "List the slips that wait, why, and those of which nobody can tell whether they came out.",
        discussion: """
            A journal printer whose lines wait is one line: they are printed in order when it can, however many there are.

            Exit status: 0 all of them go on by themselves, 3 a person has to look.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let client = try daemon.client()
        let needsPerson = try await QueueList.show(client, lane: .print, order: nil, isHeld: nil, output)
        let printers = try await client.printers()
        // A single printer of receipts need not be named: all slips above wait for it.
        let areShared = printers.count { $0.role != "journal" } > 1
        for printer in printers where printer.waiting > 0 && (areShared || printer.role == "journal") {
            if output.isJSON { try output.json(printer) } else { Terminal.line(PrinterText.backlog(printer)) }
        }
        let doubts = try await ReceiptDoubt.all(client)
        for doubt in doubts {
            if output.isJSON { try output.json(doubt) } else { Terminal.line(HoldText.line(doubt)) }
        }
        if areShared, !output.isJSON {
            for printer in printers where printer.doubtful > 0 { Terminal.line(PrinterText.doubt(printer)) }
        }
        if needsPerson || !doubts.isEmpty { throw ExitStatus.needsPerson }
    }
}
