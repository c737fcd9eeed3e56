// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till webhook` {
    private static func webhook(_ state: String, detail: String = "null", secrets: Int = 1) -> String {
        #"""
        {"id":"W1","name":"erp","url":"https://erp.example/till","events":["order.paid","refund.*"],"state":"\#(state)",
        "detail":\#(detail),"cursor":"e1-42","waiting":2,"dead":1,"delivered":812,"delivered_at":null,
        "since":"2026-03-01T09:00:00.000Z","secrets":\#(secrets)}
        """#
    }

    private static func made(secret: String) -> String {
        #"{"webhook":\#(webhook("ok")),"secret":\#(secret),"overlap_until":null}"#
    }

    @Test func `add shows the endpoint and its secret, once`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/webhooks": [
                .json(Self.made(secret: #""whsec_abc""#), status: 201), .json(Self.made(secret: "null")),
            ]
        ])
        defer { daemon.stop() }
        let words = [
            "webhook", "add", "https://erp.example/till", "--name", "erp", "--event", "order.paid", "--event",
            "refund.*",
            "--after", "first", "--idempotency-key", "k",
        ]

        let first = try await TillRun.till(words, to: daemon)
        let again = try await TillRun.till(words, to: daemon)

        #expect(first.status == 0)
        #expect(
            first.lines == [
                "W1 (erp)  https://erp.example/till  ok  812 delivered, 2 waiting, 1 given up  order.paid refund.*",
                "secret  whsec_abc", "it is told this once: give it to the receiver",
            ])
        #expect(!again.out.contains("whsec_"))
        let sent = daemon.requests("POST /v1/webhooks")
        #expect(
            sent.first?.text
                == #"{"after":"first","events":["order.paid","refund.*"],"name":"erp","url":"https://erp.example/till"}"#
        )
        #expect(sent.first?.fields["idempotency-key"] == "k")
    }

    @Test func `list says when a person has to look`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/webhooks": [
                .json(#"{"webhooks":[\#(Self.webhook("ok", secrets: 2))]}"#),
                .json(#"{"webhooks":[\#(Self.webhook("dead", detail: #""1 delivery was given up""#))]}"#),
                .json(#"{"webhooks":[\#(Self.webhook("retrying", detail: #""it answered 500""#))]}"#),
            ]
        ])
        defer { daemon.stop() }

        let well = try await TillRun.till(["webhook", "list"], to: daemon)
        let dead = try await TillRun.till(["webhook", "list"], to: daemon)
        let retrying = try await TillRun.till(["webhook", "list", "--json"], to: daemon)

        #expect(well.status == 0)
        #expect(well.out.contains("signed with the secret before as well"))
        #expect(dead.status == 3)
        #expect(dead.out.hasSuffix("1 delivery was given up\n"))
        #expect(retrying.status == 0)
        #expect(retrying.lines.count == 1 && retrying.out.contains(#""state":"retrying""#))
    }

    @Test func `list of an endpoint shows what waits for it, page by page`() async throws {
        func delivery(_ message: String, dead: Bool) -> String {
            #"{"message":"\#(message)","order":"O1","dead":\#(dead),"tries":3,"tried_at":"2026-03-01T09:05:06.000Z","last_answer":"it answered 500","next_at":"2026-03-01T09:35:06.000Z"}"#
        }
        let daemon = try Script.daemon([
            "GET /v1/webhooks/W1/deliveries": [
                .json(#"{"deliveries":[\#(delivery("e1-42", dead: false))],"last":"e1-42"}"#),
                .json(#"{"deliveries":[\#(delivery("e1-43", dead: true))],"last":"e1-43"}"#),
                .json(#"{"deliveries":[],"last":"e1-43"}"#),
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["webhook", "list", "W1"], to: daemon)

        #expect(
            run.lines == [
                "e1-42  O1  3x  next 2026-03-01T09:35:06.000Z  it answered 500",
                "e1-43  O1  3x  given up  it answered 500",
            ])
        #expect(run.status == 3)
        #expect(daemon.requests("GET /v1/webhooks/W1/deliveries").map(\.query) == ["", "after=e1-42", "after=e1-43"])
    }

    @Test(arguments: [(true, 0), (false, 1)]) func `test says what came of it, and so does the status`(
        isDelivered: Bool, status: Int
    ) async throws {
        let daemon = try Script.daemon([
            "POST /v1/webhooks/W1/test": [
                .json(
                    #"{"webhook":"W1","message":"test_1","delivered":\#(isDelivered),"status":204,"detail":"it answered 204","milliseconds":12}"#
                )
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["webhook", "test", "W1"], to: daemon)

        #expect(run.out == "W1  \(isDelivered ? "taken" : "not taken"): it answered 204, after 12 ms\n")
        #expect(run.status == Int32(status))
    }

    @Test func `redeliver, rotate and remove send what was asked for`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/webhooks/W1/redeliver": [.json(Self.webhook("ok"))],
            "POST /v1/webhooks/W1/rotate": [.json(Self.made(secret: #""whsec_new""#))],
            "POST /v1/webhooks/W1/remove": [.json(#"{"webhooks":[]}"#)],
        ])
        defer { daemon.stop() }

        for words in [
            ["redeliver", "W1"], ["redeliver", "W1", "--message", "e1-42"], ["redeliver", "W1", "--after", "first"],
        ] {
            #expect(try await TillRun.till(["webhook"] + words, to: daemon).status == 0)
        }
        let rotated = try await TillRun.till(["webhook", "rotate", "W1", "--overlap-hours", "0"], to: daemon)
        let removed = try await TillRun.till(["webhook", "remove", "W1"], to: daemon)

        #expect(
            daemon.requests("POST /v1/webhooks/W1/redeliver").map(\.text) == [
                "{}", #"{"message":"e1-42"}"#, #"{"after":"first"}"#,
            ])
        #expect(daemon.requests("POST /v1/webhooks/W1/rotate").map(\.text) == [#"{"overlap_hours":0}"#])
        #expect(rotated.lines.contains("secret  whsec_new"))
        #expect(removed.out == "" && removed.status == 0)
    }

    @Test(arguments: [
        ["webhook", "verify"], ["webhook", "verify", "http://localhost/", "--new-secret"],
        ["webhook", "rotate", "W1", "--overlap-hours", "721"], ["webhook", "add"],
        ["webhook", "redeliver", "W1", "--message", "a", "--after", "b"],
    ]) func `wrong usage is status 64, with nothing sent`(words: [String]) async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let run = try await TillRun.till(words, to: daemon)

        #expect(run.status == 64)
        #expect(daemon.requests.isEmpty)
    }
}

@Suite struct `till webhook verify` {
    private static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    private func verify(_ answer: ScriptedAnswer, _ words: [String] = [], secret: String = secret) async throws -> (
        run: TillRun, receiver: ScriptedDaemon
    ) {
        let receiver = try ScriptedDaemon(at: .loopback, ["POST /till": [answer]])
        defer { receiver.stop() }
        let file = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        try "\(secret)\n".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let run = try await TillRun.till(
            ["webhook", "verify", "http://\(receiver.place)/till", "--secret-file", file.path] + words, to: receiver)
        return (run, receiver)
    }

    @Test func `finds a receiver that believes everything`() async throws {
        let (run, receiver) = try await verify(.reply(204, "", type: "text/plain"))

        #expect(run.status == 1)
        #expect(run.out.contains("right  valid: it takes an event that is signed well\n"))
        #expect(
            run.out.contains("WRONG  tampered-body: it takes an event whose body was changed on the way: verify over"))
        #expect(run.lines.last == "it does 10 of 21 things wrong")
        #expect(run.lines.count(where: { $0.hasPrefix("look   ") }) == 2)
        #expect(receiver.requests("POST /till").count == 21)
        #expect(receiver.requests.first?.fields["webhook-id"]?.hasPrefix("trial") == true)
    }

    @Test func `finds a receiver that refuses everything, one object a line`() async throws {
        let (run, _) = try await verify(.reply(401, "", type: "text/plain"), ["--json"])

        #expect(run.status == 1)
        #expect(run.lines.count == 21)
        #expect(run.lines.count(where: { $0.contains(#""right":false"#) }) == 10)
        #expect(run.lines[0].contains(#""status":401"#) && run.lines[0].contains(#""trial":"valid""#))
    }

    @Test func `says so when nobody answers`() async throws {
        let (run, _) = try await verify(.hangUp)

        #expect(run.status == 1)
        #expect(run.out.contains("WRONG  valid: it gives no answer to an event that is signed well: "))
    }

    @Test(arguments: ["", "whsec_short", "secret"]) func `needs a secret that is one, and repeats none`(
        secret: String
    ) async throws {
        let (run, receiver) = try await verify(.hangUp, secret: secret)

        #expect(run.status == 1)
        #expect(run.err.hasPrefix("till: that is no secret of a webhook"))
        #expect(secret.isEmpty || !run.err.contains(secret + "\n"))
        #expect(receiver.requests.isEmpty)
    }

    @Test func `makes a secret for the receiver`() async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let (one, two) = (
            try await TillRun.till(["webhook", "verify", "--new-secret"], to: daemon),
            try await TillRun.till(["webhook", "verify", "--new-secret"], to: daemon)
        )

        #expect(one.out.hasPrefix("whsec_") && one.out != two.out)
        #expect(Data(base64Encoded: String(one.out.dropFirst(6).dropLast()))?.count == 32)
    }
}
