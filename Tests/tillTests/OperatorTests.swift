// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till hold, events and health` {
    @Test func `holds that wait are listed, and the status says that they do`() async throws {
        let daemon = try Script.daemon(["GET /v1/holds": [.json("{\"holds\":[\(Script.hold)]}")]])
        defer { daemon.stop() }

        let plain = try await TillRun.till(["hold", "list"], to: daemon)
        let json = try await TillRun.till(["hold", "list", "--json"], to: daemon)

        #expect(
            plain.out
                == "H1 amount_differs O1 give_back|leave: the acquirer reports 12.00 CNY, asked were 12.50 CNY\n"
        )
        #expect(plain.status == 3)
        #expect(json.lines.count == 1)
        #expect(json.out.contains(#""order":"O1""#))
    }

    @Test func `no hold is no output and all is well`() async throws {
        let daemon = try Script.daemon(["GET /v1/holds": [.json(#"{"holds":[]}"#)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["hold", "list"], to: daemon)

        #expect(run.out == "")
        #expect(run.status == 0)
    }

    @Test func `a hold is settled with a decision and a reason`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/holds/H1/settle": [.json("{\"hold\":\(Script.settledHold)}")]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["hold", "settle", "H1", "give_back", "--note", "gone"], to: daemon)

        #expect(run.out.hasPrefix("H1 amount_differs settled with give_back: "))
        #expect(run.status == 0)
        let sent = daemon.requests("POST /v1/holds/H1/settle")
        #expect(sent.map(\.text) == [#"{"decision":"give_back","note":"gone"}"#])
        #expect(sent.first?.fields["idempotency-key"]?.isEmpty == false)
    }

    @Test(arguments: ["events", "journal"])
    func `events are read page by page to the end`(name: String) async throws {
        let daemon = try Script.daemon([
            "GET /v1/events": [
                .json(
                    "{\"events\":[\(Script.event("e1-1", "opening")),\(Script.event("e1-2", "code"))],\"last\":\"e1-2\"}"
                ),
                .json("{\"events\":[\(Script.event("e1-3", "paid"))],\"last\":\"e1-3\"}"),
                .json(#"{"events":[],"last":"e1-3"}"#),
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till([name, "--order", "O1"], to: daemon)

        #expect(
            run.lines == [
                "e1-1 2026-03-01T09:00:00.000Z order.changed O1 codeIssued opening",
                "e1-2 2026-03-01T09:00:00.000Z order.changed O1 codeIssued code",
                "e1-3 2026-03-01T09:00:00.000Z order.changed O1 codeIssued paid",
            ])
        #expect(
            daemon.requests("GET /v1/events").map(\.query) == [
                "order=O1", "after=e1-2&order=O1", "after=e1-3&order=O1",
            ])
    }

    @Test func `events are followed until Ctrl-C`() async throws {
        let process = ProcessBox()
        let daemon = try Script.daemon([
            "GET /v1/events": [
                .json("{\"events\":[\(Script.event("e1-8", "code"))],\"last\":\"e1-8\"}"),
                .after({ process.interrupt() }, .silence),
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["events", "--follow", "--after", "e1-7", "--json"], to: daemon, id: process)

        #expect(run.lines.count == 1)
        #expect(run.out.contains(#""id":"e1-8""#))
        #expect(run.isSignalled)
        #expect(
            daemon.requests("GET /v1/events").map(\.query) == [
                "after=e1-7&wait=25", "after=e1-8&wait=25",
            ])
    }

    @Test func `health names every part and what to do about it`() async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let run = try await TillRun.till(["health"], to: daemon)

        #expect(
            run.out == """
                status    ok
                version   0.1.0 (sandbox)
                currency  CNY
                ledger    ok, 1 open sale, 0 open holds, last event e1-42, 5120 MiB free
                queue     2 waiting, 1 due, the oldest for 12 s
                backup    none known: make one with "till backup"
                account   main openpay, breaker closed
                account   yen openpay, breaker open
                display   counter ok
                printer   slip paper_out: the paper is out: put in a new roll

                """)
        #expect(run.status == 0)
    }

    @Test func `health says when the newest backup was made`() async throws {
        let made = Script.health.replacing(
            #""free_bytes":5368709120"#, with: #""free_bytes":5368709120,"last_backup":"2026-03-01T02:00:00.000Z""#)
        let daemon = try Script.daemon(["GET /v1/health": [.json(made)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["health"], to: daemon)

        #expect(run.lines.contains("backup    2026-03-01T02:00:00.000Z"))
    }

    @Test func `a degraded daemon is for a person to look at`() async throws {
        let degraded = Script.health.replacing(#""status":"ok""#, with: #""status":"degraded""#)
        let daemon = try Script.daemon(["GET /v1/health": [.json(degraded)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["health", "--json"], to: daemon)

        #expect(run.status == 3)
        #expect(run.lines.count == 1)
    }
}
