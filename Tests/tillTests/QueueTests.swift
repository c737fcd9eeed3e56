// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till queue` {
    private static func row(
        _ id: Int, _ what: String = "watch", wait: String = "waits",
        _ detail: String = "is tried again in 4 s, after 3 tries: no route", age: Int = 45,
        reference: String = #""tea-1""#, account: String = #""main""#
    ) -> String {
        #"""
        {"id":\#(id),"lane":"provider","what":"\#(what)","about":"A1","order":"O1","reference":\#(reference),
        "status":"checking","amount":{"value":1250,"currency":"CNY"},"account":\#(account),"tries":3,
        "last_answer":"no route","wait":"\#(wait)","detail":"\#(detail)","next_at":null,"next_seconds":null,
        "since":"2026-03-01T09:00:00.000Z","age_seconds":\#(age),"held":null}
        """#
    }

    private static func page(_ rows: String..., last: Int = 0, standing: String = "") -> ScriptedAnswer {
        .json(
            "{\"rows\":[\(rows.joined(separator: ","))],\"last\":\(last),\"standing\":[\(standing)]}")
    }

    private static func drain(
        _ state: String, owed: Int = 0, stuck: Int = 0, oldest: String = "null"
    ) -> ScriptedAnswer {
        .json(
            #"{"state":"\#(state)","by":"anna","since":null,"why":null,"owed":\#(owed),"orders":\#(min(owed, 1)),"stuck":\#(stuck),"watched":4,"oldest":\#(oldest)}"#
        )
    }

    @Test func `rows stand below each other, page by page to the end`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/queue": [
                Self.page(Self.row(7), last: 7),
                Self.page(
                    Self.row(18, "print", wait: "due", "is due now", age: 7300, reference: "null", account: "null"),
                    last: 18),
                Self.page(last: 18),
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "list", "--lane", "provider"], to: daemon)

        #expect(
            run.out == """
                7   watch  O1 (tea-1)  checking  12.50 CNY  main  45 s  3x  is tried again in 4 s, after 3 tries: no route
                18  print  O1          checking  12.50 CNY  -     2 h   3x  is due now

                """)
        #expect(run.status == 0)
        #expect(
            daemon.requests("GET /v1/queue").map(\.query) == [
                "lane=provider", "lane=provider&after=7", "lane=provider&after=18",
            ])
    }

    @Test func `what does not go on by itself is for a person`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/queue": [
                Self.page(Self.row(7, wait: "held", "held by anna: a test"), last: 7),
                Self.page(last: 7),
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["queue", "list", "--held", "--order", "O1", "--json"], to: daemon)

        #expect(run.status == 3)
        #expect(run.lines.count == 1)
        #expect(run.out.contains(#""wait":"held""#))
        #expect(daemon.requests("GET /v1/queue").first?.query == "order=O1&held=true")
    }

    @Test func `a lane that is held is for a person, also if it is empty`() async throws {
        let hold =
            #"{"lane":"print","order":null,"held":{"scope":"lane","by":"anna","since":"2026-03-01T09:02:00.000Z","why":"new paper"}}"#
        let daemon = try Script.daemon(["GET /v1/queue": [Self.page(standing: hold)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "list"], to: daemon)

        #expect(
            run.out
                == "lane print is held by anna since 2026-03-01T09:02:00.000Z, with what comes: new paper\n")
        #expect(run.status == 3)
    }

    @Test func `a hold goes out with who and why`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/queue/7/hold": [
                Self.page(Self.row(7, wait: "held", "held by anna: a test"), last: 7)
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["queue", "hold", "7", "--why", "a test", "--by", "anna"], to: daemon)

        #expect(run.out.hasSuffix("3x  held by anna: a test\n"))
        #expect(run.status == 0)
        let sent = daemon.requests("POST /v1/queue/7/hold")
        #expect(sent.map(\.text) == [#"{"by":"anna","why":"a test"}"#])
        #expect(sent.first?.fields["idempotency-key"]?.isEmpty == false)
    }

    @Test func `without a name the login's is taken`() async throws {
        let daemon = try Script.daemon(["POST /v1/queue/print/release": [Self.page()]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "release", "print"], to: daemon)

        let login = try #require(NSUserName().isEmpty ? nil : NSUserName())
        #expect(run.status == 0)
        #expect(
            daemon.requests("POST /v1/queue/print/release").map(\.text) == [#"{"by":"\#(login)"}"#])
    }

    @Test(arguments: [
        (["O1"], #"{"by":"anna","order":"O1"}"#), (["--all"], #"{"by":"anna"}"#),
    ])
    func `a flush is of one sale or of all`(words: [String], body: String) async throws {
        let daemon = try Script.daemon(["POST /v1/queue/flush": [Self.page(Self.row(7), last: 7)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "flush", "--by", "anna"] + words, to: daemon)

        #expect(run.status == 0)
        #expect(daemon.requests("POST /v1/queue/flush").map(\.text) == [body])
    }

    @Test func `draining says how far it is, and ends when nothing is owed`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/drain": [Self.drain("draining", owed: 2, oldest: Self.row(7))],
            "GET /v1/drain": [
                Self.drain("draining", owed: 2, oldest: Self.row(7)),
                Self.drain("draining", owed: 1, oldest: Self.row(9, "close")),
                Self.drain("drained"),
            ],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "drain", "--why", "closing time"], to: daemon)

        #expect(
            run.out == """
                2 pieces of work of 1 sale are owed, the oldest for 45 s: watch O1 is tried again in 4 s, after 3 tries: no route
                1 piece of work of 1 sale is owed, the oldest for 45 s: close O1 is tried again in 4 s, after 3 tries: no route
                drained: nothing is owed, and 4 looks at sales that are over can wait

                """)
        #expect(run.status == 0)
        #expect(daemon.requests("GET /v1/drain").map(\.query) == ["wait=2", "wait=2", "wait=2"])
    }

    @Test func `what is stuck ends the waiting with status 3`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/drain": [
                Self.drain("stuck", owed: 1, stuck: 1, oldest: Self.row(7, wait: "held", "held by anna: a"))
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "drain"], to: daemon)

        #expect(run.out.contains("1 piece of work of 1 sale is owed, 1 of them for a person"))
        #expect(run.err.contains("does not go on by itself"))
        #expect(run.status == 3)
    }

    @Test func `a time that is over is status 3, and the draining goes on`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/drain": [Self.drain("draining", owed: 1, oldest: Self.row(7))]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "drain", "--timeout", "0"], to: daemon)

        #expect(run.err.contains("the time is over"))
        #expect(run.status == 3)
        #expect(daemon.requests("POST /v1/drain/end").isEmpty)
    }

    @Test func `draining that somebody ends meanwhile is not drained`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/drain": [Self.drain("draining", owed: 1, oldest: Self.row(7))],
            "GET /v1/drain": [Self.drain("open", owed: 1, oldest: Self.row(7))],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "drain"], to: daemon)

        #expect(run.status == 1)
    }

    @Test func `draining is ended by hand`() async throws {
        let daemon = try Script.daemon(["POST /v1/drain/end": [Self.drain("open")]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["queue", "drain", "--end", "--by", "anna"], to: daemon)

        #expect(run.out == "new sales are taken\n")
        #expect(run.status == 0)
        #expect(daemon.requests("POST /v1/drain/end").map(\.text) == [#"{"by":"anna"}"#])
    }

    @Test func `health and sale say what is held and that the terminal is drained`() async throws {
        let health = Script.health.replacing(
            #""oldest_seconds":12}"#,
            with: #""oldest_seconds":12,"held":2,"set_aside":1,"draining":true}"#)
        let order = Script.order("checking").replacing(
            #""metadata":{}}"#,
            with:
                #""metadata":{},"held":[{"row":7,"what":"close","held":{"scope":"row","by":"anna","since":"2026-03-01T09:02:00.000Z","why":"a test"}}]}"#
        )
        let daemon = try Script.daemon([
            "GET /v1/health": [.json(health)], "GET /v1/orders/O1": [.json(order)],
        ])
        defer { daemon.stop() }

        let well = try await TillRun.till(["health"], to: daemon)
        let shown = try await TillRun.till(["order", "show", "O1"], to: daemon)

        #expect(
            well.lines.contains(
                "queue     2 waiting, 1 due, the oldest for 12 s, 2 held by a person, 1 that this version cannot read, draining: no new sales"
            ))
        #expect(
            shown.lines.last
                == "queue     row 7 close is held by anna since 2026-03-01T09:02:00.000Z: a test")
    }

    @Test(arguments: [
        ["queue", "hold", "7"], ["queue", "hold", "--why", "a"], ["queue", "flush"],
        ["queue", "flush", "O1", "--all"], ["queue", "drain", "--end", "--timeout", "5"],
        ["queue", "drain", "--timeout", "-1"], ["queue", "drain", "--timeout", "soon"],
        ["queue", "list", "--lane", "cash"], ["queue", "hold", "7", "--why", "a", "--by", ""],
    ])
    func `wrong usage is status 64, and nothing is sent`(words: [String]) async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let run = try await TillRun.till(words, to: daemon)

        #expect(run.status == 64)
        #expect(run.err.hasPrefix("till: "))
        #expect(daemon.requests.isEmpty)
    }
}
