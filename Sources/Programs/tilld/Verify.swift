// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Evidence
import Foundation
import JournalChain
import Manners
import TillStore

/// `tilld verify`: looks through the ledger without a daemon.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that nothing in the ledger was changed, while no daemon runs.",
        discussion: """
            Walks along the whole chain of the journal, makes every order of its rows again and
            compares it with its tables, and checks the heads that were kept: those of --head, and
            those in the files of store.pins. Nothing is written. While the daemon runs, "till
            verify" asks it.

            Exit status: 0 all fits, 65 something does not, 66 a file cannot be read, 75 the daemon
            runs, 78 the configuration is wrong.
            """)

    @OptionGroup var config: ConfigOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "A copy of the ledger to look through instead.", completion: .file(extensions: ["sqlite"]))
    var backup: String?

    @Option(help: "A head that was kept, as \"till head\" prints it or as SEQ:HEX; several may be given.")
    var head: [String] = []

    func validate() throws {
        for line in head where JournalPin(line) == nil {
            throw ValidationError("\"\(line)\" is no head: give it as \"till head\" prints it, or as SEQ:HEX")
        }
    }

    func run() async throws {
        do {
            // A copy is looked through where there is no configuration, too.
            let settings = backup == nil || FileManager.default.fileExists(atPath: config.config) ? try read() : nil
            var pins = head.compactMap { JournalPin($0) }
            for path in settings?.pins ?? [] where FileManager.default.fileExists(atPath: path) {
                pins += try PinFile(path: path).pins()
            }
            let path = backup ?? settings?.ledgerPath ?? ""
            let ledger = try ClosedLedger(
                path: path, isCopy: backup != nil, readers: ProcessInfo.processInfo.activeProcessorCount)
            let found = try await ProgressLine.during("checking \(path)") { [pins] _ in try await ledger.examine(pins) }
            try ledger.close()
            let key = try settings.flatMap { try TerminalKey.read($0.keyPath) }
            if output.isJSON {
                try output.json(ExaminationLine(found, path: path, key: key))
            } else {
                for line in VerifyText.lines(found, path: path, key: key) { output.line(line) }
            }
            guard found.faults.isEmpty else {
                for fault in found.faults { Ending.say("\(fault)") }
                throw ExitCode(65)
            }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw Self.ending(of: error)
        }
    }

    private func read() throws -> Settings {
        try SettingsReader.read(file: config.config, environment: ProcessInfo.processInfo.environment)
    }

    private static func ending(of error: any Error) -> ExitCode {
        switch error {
        case LedgerError.inUse(let path):
            Ending.say("tilld runs and has \(path): ask it with \"till verify\"")
            return ExitCode(75)
        case is LedgerError, is PinFile.Fault, is TerminalKeyError:
            _ = Ending.of(error)
            return ExitCode(66)
        default: return Ending.of(error)
        }
    }
}

/// What an examination found, a matter a line.
enum VerifyText {
    static func lines(_ found: ExaminedLedger, path: String, key: TerminalKey?) -> [String] {
        var lines = [
            "ledger  \(path)",
            "epoch   \(found.head.epoch)",
            "rows    \(found.rows) of \(found.head.seq) fit from the first on",
            "orders  \(found.orders) are what their rows give",
            "heads   \(found.pins) that were kept fit",
            "head    \(found.head.pin.text)",
        ]
        if let key {
            lines.append("key     \(EvidenceKey(key.publicBytes).thumbprint)")
            lines += key.publicPEM.split(separator: "\n").map(String.init)
        }
        return lines
    }
}
