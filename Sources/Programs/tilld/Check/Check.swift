// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DeviceDrivers
import Foundation
import HTTPTransport
import Manners
import PaymentService
import TillCore
import TillStore

/// `tilld check`: looks at everything that the daemon needs, and changes nothing.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at configuration, disk, ledger, devices, acquirers and clock, and say what is wrong.",
        discussion: """
            One line each: ok, warning or wrong, and what to do. It is safe beside a daemon that runs: the ledger \
            is left alone then. Acquirers are asked about a payment that never was; --offline asks nobody.

            Exit status: 0 nothing is wrong, else that of the first thing that is: 69 a device or an acquirer, \
            74 the ledger or its disk, 78 the configuration or the clock.
            """)

    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "Send nothing.")
    var offline = false

    func run() async throws {
        let settings: Settings
        let parts: Parts
        do {
            settings = try SettingsReader.read(
                file: config.config, environment: ProcessInfo.processInfo.environment)
            parts = try Parts(settings: settings)
        } catch {
            throw Ending.of(error)
        }
        try show(
            Finding.ok(
                "configuration",
                "\(config.config) is good: \(parts.accounts.count) account(s), \(settings.displays.count) display(s), \(Self.count(settings.printers)), \(settings.environment.rawValue)"
            ))
        let ward = Ward(settings: settings, parts: parts, isOffline: offline)
        let status = try await ProgressLine.during("looking") { progress in
            var status: Int32 = 0
            for examination in try ward.examinations() {
                for finding in await examination.findings() {
                    try progress.aside { try show(finding) }
                    if status == 0 { status = finding.status }
                }
            }
            return status
        }
        ward.close()
        if status != 0 { throw ExitCode(status) }
    }

    private static func count(_ printers: [Settings.Printer]) -> String {
        switch printers.count {
        case 0: "no printer"
        case 1: "one printer"
        case let count: "\(count) printers"
        }
    }

    private func show(_ finding: Finding) throws {
        if output.isJSON {
            try output.json(FindingLine(finding))
        } else {
            output.line(finding.line(isColoured: OutputOptions.isColoured))
        }
    }
}
