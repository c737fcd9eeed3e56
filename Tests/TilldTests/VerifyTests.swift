// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import JournalChain
import Testing
import TillCore
import TillStore

@testable import tilld

@Suite(.timeLimit(.minutes(2))) struct `tilld verify` {
    private static let program = URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "tilld").path

    private struct Ending { let status: Int32, output: String, errors: String }

    private func run(_ arguments: [String]) async throws -> Ending {
        try await BlockingThread.run {
            let process = Process()
            let (output, errors) = (Pipe(), Pipe())
            process.executableURL = URL(filePath: Self.program)
            process.arguments = ["verify"] + arguments
            process.environment = [:]
            (process.standardOutput, process.standardError) = (output, errors)
            try process.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            let complaint = errors.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Ending(
                status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
                errors: String(decoding: complaint, as: UTF8.self))
        }
    }

    /// A shop with a closed ledger of one sale, and the head that was kept of it.
    private func shop(_ lines: [(String, String)] = []) async throws -> (Configuration, file: String, head: String) {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.good(lines))
        let ledger = try ledger(of: configuration)
        _ = try await ledger.open(
            Sale(amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300)), key: nil, by: "test")
        let head = try await ledger.head().pin.text
        try ledger.close()
        return (configuration, file, head)
    }

    private func ledger(of configuration: Configuration) throws -> Ledger {
        let state = configuration.folder.appending(path: "state")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        return try Ledger(
            path: state.appending(path: "ledger.sqlite").path, terminal: "T-1", version: "test",
            clocks: SystemClocks.forLedger, onFault: { _ in })
    }

    @Test func `is 0 for a ledger that is as it was written`() async throws {
        let (configuration, file, head) = try await shop()
        let copy = configuration.folder.appending(path: "copy.sqlite").path
        try FileManager.default.copyItem(
            atPath: configuration.folder.appending(path: "state/ledger.sqlite").path, toPath: copy)

        let plain = try await run(["--config", file, "--head", head])
        let backup = try await run(["--config", "/nowhere", "--backup", copy, "--head", "\(head) 2026-03-01T09:00:00Z"])

        #expect(plain.status == 0, "\(plain.errors)")
        #expect(plain.output.contains("rows    2 of 2 fit"))
        #expect(plain.output.contains("orders  1 are"))
        #expect(plain.output.contains("heads   1 that"))
        #expect(plain.output.contains("head    \(head)\n"))
        #expect(backup.status == 0, "\(backup.errors)")
        #expect(backup.output.contains("heads   1 that"))
    }

    @Test func `is 65 for a head that does not fit, from the command line or from the file of heads`() async throws {
        let (configuration, file, head) = try await shop([
            ("path:", "  path: state/ledger.sqlite\n  pins: [{ file: heads.txt }]")
        ])
        let forged = String(head.dropLast(8)) + "00000000"
        let told = try await run(["--config", file, "--head", forged])
        try configuration.write("heads.txt", "# of the counter\n\n\(head) 2026-03-01T09:00:00Z\n\(forged)\n")

        let kept = try await run(["--config", file])

        #expect(told.status == 65)
        #expect(told.errors == "tilld: row 2: its hash is not the one that was kept: rows up to it were rewritten\n")
        #expect(kept.status == 65)
        #expect(kept.errors == told.errors)
        #expect(kept.output.contains("heads   1 that"))
    }

    @Test func `is 65 for a row that was changed, and names it`() async throws {
        let (configuration, file, _) = try await shop()
        let path = configuration.folder.appending(path: "state/ledger.sqlite").path
        _ = try ForeignTool.run(
            "sqlite3",
            [
                path,
                "DROP TRIGGER journal_is_never_changed; UPDATE journal SET entry = replace(entry, '1250', '1') WHERE seq = 2",
            ])

        let ending = try await run(["--config", file])

        #expect(ending.status == 65)
        #expect(ending.errors.hasPrefix("tilld: row 2: "))
        #expect(ending.output.contains("rows    1 of 2 fit"))
    }

    @Test func `is 75 while the daemon has the ledger, and says whom to ask`() async throws {
        let (configuration, file, _) = try await shop()
        let ledger = try ledger(of: configuration)

        let ending = try await run(["--config", file])

        try ledger.close()
        #expect(ending.status == 75)
        #expect(ending.errors.contains("ask it with \"till verify\""))
    }

    @Test func `is 66 for what cannot be read, 64 for no head, 78 for no configuration`() async throws {
        let (configuration, file, _) = try await shop([
            ("path:", "  path: state/ledger.sqlite\n  pins: [{ file: heads.txt }]")
        ])
        try configuration.write("heads.txt", "this is no head\n")

        let endings = [
            try await run(["--config", file]), try await run(["--config", file, "--backup", "/nowhere.sqlite"]),
            try await run(["--config", file, "--head", "7"]), try await run(["--config", "/nowhere"]),
        ]

        #expect(endings.map(\.status) == [66, 66, 64, 78])
        #expect(endings[0].errors.contains("heads.txt, line 1"))
    }
}
