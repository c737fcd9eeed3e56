// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

/// The terminal is made by `script` of util-linux.
@Suite struct `till pay on a terminal` {
    static let drawing = "▄▄▄ ▄\n█ █▄▀\n▀▀▀ █\n"

    static func daemon(_ end: String, holds: String = "") throws -> ScriptedDaemon {
        let drawn = Gate()
        return try Script.daemon([
            "POST /v1/orders": [
                .json(
                    Script.order(
                        "code", payload: "https://pay.example/q", subject: #""Tea\u001b[31m""#))
            ],
            "GET /v1/orders/O1/code": [
                .after({ drawn.open() }, .reply(200, drawing, type: "text/plain"))
            ],
            "GET /v1/orders/O1": [
                .after({ drawn.pass() }, .json(Script.order("checking", 2))),
                .json(Script.order(end, 3, holds: holds)),
            ],
        ])
    }

    @Test func `the sale, the time left and the end are shown, and the code is wiped`() async throws {
        let daemon = try Self.daemon("paid")
        defer { daemon.stop() }

        let run = try await TillRun.tillOnTerminal(["pay", "12.50"], to: daemon)

        #expect(run.status == 0)
        #expect(run.out.contains("12.50 CNY"))
        #expect(run.out.contains("scan to pay, 4:4"))
        #expect(run.out.contains("https://pay.example/q"))
        #expect(run.out.contains("checking with the acquirer"))
        #expect(daemon.requests("GET /v1/orders/O1/code").map(\.query) == ["format=text"])
        let last = try #require(run.out.components(separatedBy: "\u{1B}[J").last)
        #expect(last.contains("PAID"))
        #expect(!last.contains("pay.example"))
    }

    @Test func `foreign text cannot give orders to the terminal`() async throws {
        let daemon = try Self.daemon("paid")
        defer { daemon.stop() }

        let run = try await TillRun.tillOnTerminal(["pay", "12.50"], to: daemon)

        #expect(run.out.contains("Tea\u{FFFD}[31m"))
        #expect(!run.out.contains("\u{1B}[31m"))
    }

    @Test func `NO_COLOR is respected`() async throws {
        let daemon = try Self.daemon("needs_person", holds: Script.hold)
        defer { daemon.stop() }

        let plain = try await TillRun.tillOnTerminal(
            ["pay", "12.50"], to: daemon, ["NO_COLOR": "1"])

        #expect(plain.status == 3)
        #expect(plain.out.contains("A PERSON HAS TO LOOK"))
        #expect(plain.out.contains("decide with \"till hold settle H1\""))
        #expect(plain.out.firstMatch(of: /\u{1B}\[[0-9;]*m/) == nil)
    }

    @Test func `without it there is colour`() async throws {
        let daemon = try Self.daemon("not_paid")
        defer { daemon.stop() }

        let run = try await TillRun.tillOnTerminal(["pay", "12.50"], to: daemon)

        #expect(run.status == 2)
        #expect(run.out.contains("\u{1B}[1;31mNOT PAID"))
    }

    @Test func `JSON stays JSON`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [.json(Script.order("code", payload: "https://pay.example/q"))],
            "GET /v1/orders/O1": [.json(Script.order("paid", 2))],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.tillOnTerminal(
            ["pay", "12.50", "--json", "--currency", "CNY"], to: daemon)

        let lines = run.out.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    }

    @Test func `colours the state of a sale in a line, and not in a pipe`() async throws {
        let daemon = try Script.daemon(["GET /v1/orders": [.json(#"{"orders":[\#(Script.order("checking", 2))]}"#)]])
        defer { daemon.stop() }

        let shown = try await TillRun.tillOnTerminal(["order", "list"], to: daemon)
        let plain = try await TillRun.tillOnTerminal(["order", "list"], to: daemon, ["TERM": "dumb"])
        let piped = try await TillRun.till(["order", "list"], to: daemon)

        #expect(shown.out == "O1 \u{1B}[1;33mchecking\u{1B}[0m 12.50 CNY\r\n")
        #expect(plain.out == "O1 checking 12.50 CNY\r\n")
        #expect(piped.out == "O1 checking 12.50 CNY\n")
    }
}
