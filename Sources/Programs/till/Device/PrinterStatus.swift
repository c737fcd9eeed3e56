// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till printer status counter`
struct PrinterStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what a printer is, what it can tell, and what waits for it.",
        discussion: DeviceList.statuses
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var choice: PrinterChoice

    func run() async throws {
        let printers = try await choice.resources(daemon.client())
        for printer in printers {
            if output.isJSON {
                try output.json(printer)
            } else {
                for line in PrinterText.block(printer) { Terminal.line(line) }
            }
        }
        if printers.contains(where: { $0.state != "ok" || $0.doubtful > 0 }) { throw ExitStatus.needsPerson }
    }
}
