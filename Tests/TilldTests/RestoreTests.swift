// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import tilld

/// The program as a shop uses it: curl asks, sqlite3 judges.
@Suite(.timeLimit(.minutes(3))) struct `A shop that lost its machine` {
    private static let program = URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "tilld")

    private static let quiet = Configuration.good([
        ("listen:", ""), ("token_file:", ""), ("enabled: [counter]", "  enabled: []"),
        ("enabled: [payer]", "  enabled: []"),
    ])

    struct Said { let status: Int32, output: String, errors: String }

    private func run(_ program: URL, _ arguments: [String]) async throws -> Said {
        try await BlockingThread.run {
            let process = Process()
            let output = Pipe()
            let errors = Pipe()
            process.executableURL = program
            process.arguments = arguments
            process.standardOutput = output
            process.standardError = errors
            try process.run()
            let complaint = errors.fileHandleForReading.readDataToEndOfFile()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Said(
                status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
                errors: String(decoding: complaint, as: UTF8.self))
        }
    }

    /// Starts the daemon, lets something happen, and ends it.
    private func day<Result>(_ file: String, _ work: () async throws -> Result) async throws -> Result {
        let process = Process()
        let errors = Pipe()
        process.executableURL = Self.program
        process.arguments = ["run", "--config", file]
        process.environment = [:]
        process.standardError = errors
        try process.run()
        defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        try await BlockingThread.run { [errors] in
            var text = ""
            while !text.contains("the local API is open") {
                let piece = errors.fileHandleForReading.availableData
                guard !piece.isEmpty else { throw CocoaError(.fileReadUnknown) }
                text += String(decoding: piece, as: UTF8.self)
            }
        }
        let result = try await work()
        kill(process.processIdentifier, SIGTERM)
        try await BlockingThread.run { [process, errors] in
            _ = errors.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
        }
        #expect(process.terminationStatus == 0)
        return result
    }

    private func ask(_ socket: String, _ path: String, _ body: String?, key: String = "k") async throws
        -> String
    {
        let fields = ["-H", "Idempotency-Key: \(key)", "-H", "Content-Type: application/json"]
        let what = body.map { ["-X", "POST", "-d", $0] + fields } ?? []
        return try await run(
            URL(filePath: "/usr/bin/curl"),
            ["-s", "--unix-socket", socket, "http://localhost\(path)"] + what
        ).output
    }

    @Test func `goes on from its backup`() async throws {
        let configuration = try Configuration()
        let elsewhere = try TemporaryFolder()
        let file = try configuration.write("tilld.yaml", Self.quiet)
        let socket = configuration.folder.appending(path: "api.sock").path
        let sale = #"{"amount":{"value":1250,"currency":"CNY"},"reference":"tea-1"}"#
        let (order, backup) = try await day(file) {
            let order = try await ask(socket, "/v1/orders", sale)
            let backup = try await ask(
                socket, "/v1/backups", #"{"folder":"\#(elsewhere.url.path)"}"#)
            _ = try await ask(socket, "/v1/orders", sale, key: "later")
            return (order, backup)
        }
        let made = try #require(
            try JSONSerialization.jsonObject(with: Data(backup.utf8)) as? [String: Any])
        let path = try #require(made["file"] as? String)

        let refused = try await run(Self.program, ["restore", "--config", file, path])
        try FileManager.default.removeItem(at: configuration.folder.appending(path: "state"))
        let restored = try await run(Self.program, ["restore", "--config", file, path])
        let again = try await day(file) { try await ask(socket, "/v1/orders", nil) }

        #expect(refused.status == 74)
        #expect(refused.errors.contains("--accept-older"))
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(restored.output.contains("1 sales, 1 of them open"))
        let id = try #require(order.firstMatch(of: /"id":"([0-9A-Z]{26})"/)).1
        #expect(again.contains(#""id":"\#(id)""#))
        #expect(again.matches(of: /"reference":"tea-1"/).count == 1)
        let judge = try await run(
            URL(filePath: "/usr/bin/sqlite3"),
            [
                configuration.folder.appending(path: "state/ledger.sqlite").path,
                "PRAGMA integrity_check; SELECT count(*) FROM journal WHERE entry LIKE '%restored%'",
            ])
        #expect(judge.output == "ok\n1\n")
    }

    @Test func `names the folder over the socket, or has one in its configuration`() async throws {
        let configuration = try Configuration()
        let folder = configuration.folder.appending(path: "kept")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let text = Self.quiet.replacing(
            "path: state/ledger.sqlite", with: "path: state/ledger.sqlite\n  backup: {folder: kept}")
        let bare = try configuration.write("bare.yaml", Self.quiet)
        let file = try configuration.write("tilld.yaml", text)
        let socket = configuration.folder.appending(path: "api.sock").path

        let none = try await day(bare) { try await ask(socket, "/v1/backups", "{}") }
        let (made, relative, nowhere) = try await day(file) {
            (
                try await ask(socket, "/v1/backups", ""),
                try await ask(socket, "/v1/backups", #"{"folder":"kept"}"#),
                try await ask(socket, "/v1/backups", #"{"folder":"/nowhere/at/all"}"#)
            )
        }

        #expect(none.contains("store.backup.folder"))
        #expect(made.contains(#""file":"\#(folder.path)/ledger-T-1-"#))
        #expect(relative.contains("is not an absolute path"))
        #expect(nowhere.contains("there is no folder /nowhere/at/all"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
}
