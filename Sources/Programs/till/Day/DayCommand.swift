// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillAPI
import TillClient

/// `till day 2026-03-01 --print`
struct DayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day",
        abstract: "Say what was sold on a day, or print its slip.",
        discussion: """
            A sale belongs to the day on which it was paid, a refund to the day on which it went back, by the terminal's
            time zone. The slip bears the journal's head as a code: whoever keeps it can prove later that the rows up to
            it are still the same, with "till verify --head LINE".

            Exit status: 0 done, 3 the slip is not on paper.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The day, such as 2026-03-01; today if not given.")
    var day: String?

    @Flag(name: .customLong("print"), help: "Print the day's slip.")
    var prints = false

    func run() async throws {
        let client = try daemon.client()
        guard prints else {
            let figures = try await client.day(day)
            if output.isJSON { return try output.json(figures) }
            let currencies = try await output.currencies(client)
            for line in DayText.block(figures, currencies) { Terminal.line(line) }
            return
        }
        let slip = try await ProgressLine.during("printing the slip") { _ in try await client.printDay(day) }
        if output.isJSON { try output.json(slip) } else { Terminal.line(PrinterText.line(slip)) }
        if !PrinterText.isOut(slip) { throw ExitStatus.needsPerson }
    }
}
