// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till printer`
struct PrinterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer", abstract: "See how the printers do, try them, and settle what they left in doubt.",
        subcommands: [
            PrinterList.self, PrinterStatus.self, PrinterTest.self, PrinterProbe.self, PrinterSpool.self,
            PrinterResolve.self,
        ])
}

/// `till display`
struct DisplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "display", abstract: "See how the customer screens do, and what they show.",
        subcommands: [DisplayList.self, DisplayHealth.self, DisplayTest.self, DisplayPreview.self])
}

/// `till printer list`
struct PrinterList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the printers, a line each.", discussion: DeviceList.statuses)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try DeviceList.show(try await daemon.client().devices().printers, output)
    }
}

/// `till display list`
struct DisplayList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the customer screens, a line each.", discussion: DeviceList.statuses)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try DeviceList.show(try await daemon.client().devices().displays, output)
    }
}

/// What both lists have in common: their lines and their exit status.
enum DeviceList {
    static let statuses = "Exit status: 0 all of them do well, 3 a person has to look, 4 the daemon is not running."

    static func show(_ devices: [DeviceHealth], _ output: OutputOptions) throws {
        for device in devices {
            if output.isJSON {
                try output.json(device)
            } else {
                Terminal.line(HealthText.device(device))
            }
        }
        if devices.contains(where: { $0.state != "ok" }) { throw ExitStatus.needsPerson }
    }
}
