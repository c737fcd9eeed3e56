// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import TillCore

@testable import TillStore

/// A folder with one ledger in it, and what a test does to it.
final class Bench: Sendable {
    let folder: URL
    let clock: HandClock

    init(_ clock: HandClock = HandClock()) throws {
        self.clock = clock
        var name = Array("/tmp/ledger-bench-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw ToolError(message: "no temporary folder") }
        let text = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        folder = URL(fileURLWithPath: text)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The ledger's file.
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    /// Opens the ledger.
    func open(
        room: DiskRoom? = nil, onFault: @escaping @Sendable (LedgerError) -> Void = { _ in }
    ) throws -> Ledger {
        try Ledger(
            path: path, terminal: "T-1", version: "test", clocks: clock.clocks, room: room,
            onFault: onFault)
    }

    /// One start of the daemon: opens the ledger, works, and closes it for good.
    @discardableResult
    func day<Result>(
        noting answers: Answers = Answers(), _ work: (Ledger) async throws -> Result
    ) async throws -> Result {
        let ledger = try open(onFault: { answers.note($0) })
        do {
            let result = try await work(ledger)
            try ledger.database.close()
            return result
        } catch {
            try ledger.database.close()
            throw error
        }
    }

    /// What the sqlite3 program says to a script; the ledger must not be open here.
    @discardableResult
    func sqlite(_ script: String) throws -> CommandResult {
        try CommandResult.of("sqlite3", ["-batch", "-bail", path, script])
    }

    /// Does by hand what the triggers forbid.
    func tamper(_ script: String) throws {
        let triggers = try sqlite("SELECT name FROM sqlite_schema WHERE type = 'trigger'").lines
        let saved = try sqlite("SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'").output
        let drops = triggers.map { "DROP TRIGGER \($0);" }.joined()
        let result = try sqlite("\(drops) \(script); \(saved)")
        guard result.status == 0 else { throw ToolError(message: result.errors) }
    }

    /// A ledger in memory.
    static func inMemory(_ clock: HandClock = HandClock()) throws -> Ledger {
        try Ledger(
            path: nil, terminal: "T-1", version: "test", clocks: clock.clocks, onFault: { _ in })
    }
}

/// What went wrong with a tool of the test.
struct ToolError: Error {
    let message: String
}
