// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Manners
import TillStore

/// `tilld restore`: puts a backup in the ledger's place.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in the place of the ledger.",
        discussion: """
            No tilld may run on the ledger. The backup is checked from end to end and only read;
            the ledger that was there is kept under a dated name. What was open in the backup is
            asked about again when the daemon starts.
            """)

    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The backup's file.", completion: .file(extensions: ["sqlite"]))
    var backup: String

    @Flag(help: "Go on from the backup although the ledger here had got further.")
    var acceptOlder = false

    func run() async throws {
        umask(0o077)
        signal(SIGXFSZ, SIG_IGN)
        do {
            let settings = try SettingsReader.read(
                file: config.config, environment: ProcessInfo.processInfo.environment)
            try Daemon.makeFolder(of: settings.ledgerPath)
            let outcome = try await ProgressLine.during("checking \(backup) and putting it in place") { _ in
                try Restoration(
                    of: backup, to: settings.ledgerPath, terminal: settings.terminal.id,
                    version: Version.text, clocks: SystemClocks.forLedger
                ).run(acceptingOlder: acceptOlder)
            }
            guard !output.isJSON else { return try output.json(RestorationLine(outcome, settings.ledgerPath)) }
            for line in Self.lines(outcome, settings.ledgerPath) { output.line(line) }
        } catch {
            throw Ending.of(error)
        }
    }

    /// What was done, for people.
    static func lines(_ outcome: Restoration.Outcome, _ ledger: String) -> [String] {
        var lines = [
            "\(ledger) is the backup that ended at row \(outcome.head.seq), \(FileDate.text(outcome.newest)): \(outcome.orders) sales, \(outcome.openOrders) of them open"
        ]
        if let lost = outcome.rowsLost {
            lines.append("\(lost) rows that came after it are not in it: look at the acquirers' statements")
        }
        lines += outcome.keptAside.map { "kept: \($0)" }
        lines.append("start tilld: it asks the acquirers about all that is open")
        return lines
    }
}
