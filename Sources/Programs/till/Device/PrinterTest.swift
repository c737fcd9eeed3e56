// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillAPI
import TillClient

/// `till printer test counter`
struct PrinterTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Print a slip that shows whether the printer is set up right.",
        discussion: """
            It has a ruler of the printer's columns, letters of several scripts, and a code. It is printed between two
            receipts, and never while one is in doubt.

            Exit status: 0 it is on paper, or all of it went out to a printer that cannot say, 3 it is not.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var choice: PrinterChoice

    func run() async throws {
        let client = try daemon.client()
        let printer = try await choice.resource(client).id
        let outcome = try await ProgressLine.during("printing a test slip on \(printer)") { _ in
            try await client.testPrinter(printer)
        }
        if output.isJSON { try output.json(outcome) } else { Terminal.line(PrinterText.line(outcome)) }
        if !PrinterText.isOut(outcome) { throw ExitStatus.needsPerson }
    }
}
