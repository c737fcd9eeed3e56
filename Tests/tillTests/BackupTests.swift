// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till backup` {
    private static let made =
        #"{"file":"/b/ledger.sqlite","bytes":4096,"rows":812,"orders":120,"head":"e1-812"}"#

    @Test func `says what was made and how far it goes`() async throws {
        let daemon = try Script.daemon(["POST /v1/backups": [.json(Self.made, status: 201)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["backup"], to: daemon)

        #expect(run.out == "/b/ledger.sqlite: 120 sales, 812 rows up to e1-812, 4096 bytes\n")
        #expect(run.status == 0)
        #expect(daemon.requests("POST /v1/backups").map(\.text) == ["{}"])
    }

    @Test func `names the folder from the root on`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/backups": [.json(Self.made, status: 201), .json(Self.made, status: 201)]
        ])
        defer { daemon.stop() }

        let absolute = try await TillRun.till(["backup", "/media/stick", "--json"], to: daemon)
        _ = try await TillRun.till(["backup", "stick"], to: daemon)

        #expect(absolute.out.contains(#""head":"e1-812""#))
        let sent = daemon.requests("POST /v1/backups").map(\.text)
        #expect(sent.first == #"{"folder":"/media/stick"}"#)
        #expect(sent.last?.hasPrefix(#"{"folder":"/"#) == true)
        #expect(sent.last?.hasSuffix(#"/stick"}"#) == true)
    }

    @Test func `that is refused says why`() async throws {
        let problem =
            #"{"type":"about:blank","title":"Service Unavailable","status":503,"code":"unavailable","detail":"no good backup at /b: there is no folder /b: make it"}"#
        let daemon = try Script.daemon(["POST /v1/backups": [.json(problem, status: 503)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["backup", "/b"], to: daemon)

        #expect(run.status == 1)
        #expect(run.err.contains("there is no folder /b: make it"))
    }
}
