// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import ScriptedDaemon
import Testing

@Suite(.timeLimit(.minutes(2))) struct `What takes more than a second` {
    private static let made =
        #"{"file":"/b/ledger.sqlite","bytes":4096,"rows":812,"orders":120,"head":"e1-812"}"#

    @Test func `says on a terminal what it is, and is gone when it is done`() async throws {
        let gate = Gate()
        let daemon = try Script.daemon(["POST /v1/backups": [.after({ gate.pass() }, .json(Self.made, status: 201))]])
        defer { daemon.stop() }

        // The daemon answers once the line has been seen.
        let run = try await WatchedRun.tillOnTerminal(["backup", "/b"], to: daemon, until: ", 1 s") { gate.open() }

        let line = "\r\u{1B}[Kcopying the ledger and reading the copy again, 1 s"
        #expect(run.contains(line), "\(run)")
        let after = try #require(run.components(separatedBy: line).last)
        #expect(after.contains("\r\u{1B}[K/b/ledger.sqlite: 120 sales"))
        #expect(!after.contains("reading the copy again\r\n"))
    }

    @Test func `says nothing where nobody looks, however long it takes`() async throws {
        let (asked, gate) = (Gate(), Gate())
        let answer = ScriptedAnswer.json(Self.made, status: 201)
        let piped = try Script.daemon([
            "POST /v1/backups": [
                .after(
                    {
                        asked.open()
                        gate.pass()
                    }, answer)
            ]
        ])
        let shown = try Script.daemon(["POST /v1/backups": [.after({ gate.pass() }, answer)]])
        defer {
            piped.stop()
            shown.stop()
        }

        async let quiet = TillRun.till(["backup", "/b"], to: piped)
        try await BlockingThread.run { asked.pass() }
        // It waits for longer than one on a terminal, which has said so twice.
        _ = try await WatchedRun.tillOnTerminal(["backup", "/b"], to: shown, until: ", 2 s") { gate.open() }
        let run = try await quiet

        #expect(run.err == "")
        #expect(run.out == "/b/ledger.sqlite: 120 sales, 812 rows up to e1-812, 4096 bytes\n")
    }
}
