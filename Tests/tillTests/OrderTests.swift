// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till order` {
    static let code = "https://pay.example/q/9f3"
    static let open: ScriptedAnswer = .json(Script.order("code", payload: code))

    @Test func `open prints the sale with its code`() async throws {
        let daemon = try Script.daemon(["POST /v1/orders": [Self.open]])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            [
                "order", "open", "12.50", "--reference", "tea-1", "--account", "main", "--deadline",
                "60",
                "--metadata", "table=7", "--metadata", "who=a=b",
            ], to: daemon)

        #expect(run.out == "O1 code 12.50 CNY \(Self.code)\n")
        #expect(run.status == 0)
        #expect(daemon.requests("POST /v1/orders").map(\.query) == ["wait=presented"])
        #expect(
            daemon.requests("POST /v1/orders").map(\.text) == [
                #"{"account":"main","amount":{"currency":"CNY","decimal":"12.50"},"deadline_seconds":60,"metadata":{"table":"7","who":"a=b"},"reference":"tea-1"}"#
            ])
    }

    @Test func `open with --wait follows to the end`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [Self.open],
            "GET /v1/orders/O1": [
                .json(Script.order("checking", 2)), .json(Script.order("not_paid", 3)),
            ],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["order", "open", "12.50", "--wait"], to: daemon)

        #expect(
            run.lines == [
                "O1 code 12.50 CNY \(Self.code)", "O1 checking 12.50 CNY", "O1 not_paid 12.50 CNY",
            ])
        #expect(run.status == 2)
    }

    @Test func `a currency of another account has its own decimals`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [
                .json(Script.order("opening", money: #"{"value":1250,"currency":"JPY"}"#))
            ],
            "GET /v1/orders/O1": [
                .json(Script.order("opening", money: #"{"value":1250,"currency":"BHD"}"#))
            ],
        ])
        defer { daemon.stop() }

        let known = try await TillRun.till(
            ["order", "open", "1250", "--currency", "JPY"], to: daemon)
        let unknown = try await TillRun.till(["order", "show", "O1"], to: daemon)

        #expect(known.out == "O1 opening 1250 JPY\n")
        #expect(unknown.out.contains("1250 minor units BHD"))
    }

    @Test func `show prints a block with everything that belongs to the sale`() async throws {
        let daemon = try Script.daemon(["GET /v1/orders/O1": [.json(Self.full)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["order", "show", "O1"], to: daemon)

        #expect(run.out == Self.block)
        #expect(run.status == 0)
    }

    @Test func `show as JSON is one line with the same sale`() async throws {
        let daemon = try Script.daemon(["GET /v1/orders/O1": [.json(Self.full)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["order", "show", "O1", "--json"], to: daemon)

        let ours = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? NSDictionary
        let theirs = try JSONSerialization.jsonObject(with: Data(Self.full.utf8)) as? NSDictionary
        #expect(run.lines.count == 1)
        #expect(ours != nil && ours == theirs)
    }

    @Test func `list prints a line a sale`() async throws {
        let two =
            "{\"orders\":[\(Script.order("opening")),\(Script.order("code", payload: Self.code))]}"
        let daemon = try Script.daemon(["GET /v1/orders": [.json(two)]])
        defer { daemon.stop() }

        let plain = try await TillRun.till(["order", "list"], to: daemon)
        let json = try await TillRun.till(["order", "list", "--json"], to: daemon)

        #expect(plain.lines == ["O1 opening 12.50 CNY", "O1 code 12.50 CNY \(Self.code)"])
        #expect(json.lines.count == 2)
        #expect(daemon.requests("GET /v1/orders").map(\.query) == ["open=true", "open=true"])
    }

    @Test func `watch starts with the sale as it stands`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/orders/O1": [Self.open, .json(Script.order("paid", 2))]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["order", "watch", "O1"], to: daemon)

        #expect(run.lines == ["O1 code 12.50 CNY \(Self.code)", "O1 paid 12.50 CNY"])
        #expect(run.status == 0)
    }

    @Test(arguments: [
        (["cancel", "O1"], "POST /v1/orders/O1/cancel", "{}"),
        (["reprint", "O1"], "POST /v1/orders/O1/reprint", "{}"),
        (["check", "O1"], "POST /v1/orders/O1/check", "{}"),
        (
            ["attempt", "O1", "--account", "side"], "POST /v1/orders/O1/attempts",
            #"{"account":"side"}"#
        ),
        (["refund", "O1", "--note", "cold"], "POST /v1/orders/O1/refunds", #"{"note":"cold"}"#),
        (
            ["refund", "O1", "5.00"], "POST /v1/orders/O1/refunds",
            #"{"amount":{"currency":"CNY","decimal":"5.00"}}"#
        ),
    ])
    func `a step sends its request and prints the sale`(
        words: [String], route: String, body: String
    ) async throws {
        let daemon = try Script.daemon([
            route: [.json(Script.order("checking", 2))],
            "GET /v1/orders/O1": [.json(Script.order("paid"))],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["order"] + words, to: daemon)

        #expect(run.out == "O1 checking 12.50 CNY\n")
        #expect(run.status == 0)
        #expect(daemon.requests(route).map(\.text) == [body])
    }

    @Test func `a step that leads to a hold says that a person has to look`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders/O1/check": [.json(Script.order("needs_person", 2))]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["order", "check", "O1"], to: daemon)

        #expect(run.status == 3)
    }

    @Test func `a new attempt with --wait follows to the end`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders/O1/attempts": [Self.open],
            "GET /v1/orders/O1": [.json(Script.order("paid", 2))],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["order", "attempt", "O1", "--wait"], to: daemon)

        #expect(run.lines == ["O1 code 12.50 CNY \(Self.code)", "O1 paid 12.50 CNY"])
    }

    @Test func `a receipt goes to standard output, to JSON or to a file`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/orders/O1/receipt": [.reply(200, "TEA HOUSE\n12.50", type: "text/plain")]
        ])
        defer { daemon.stop() }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "slip-\(UUID().uuidString).png")
        defer { try? FileManager.default.removeItem(at: file) }

        let text = try await TillRun.till(["order", "receipt", "O1"], to: daemon)
        let json = try await TillRun.till(["order", "receipt", "O1", "--json"], to: daemon)
        let saved = try await TillRun.till(
            ["order", "receipt", "O1", "--format", "png", "--output", file.path], to: daemon)
        let lost = try await TillRun.till(
            ["order", "receipt", "O1", "--output", "/nowhere/slip"], to: daemon)

        #expect(text.lines == ["TEA HOUSE", "12.50"])
        #expect(json.out == #"{"format":"text","order":"O1","text":"TEA HOUSE\n12.50"}"# + "\n")
        #expect(saved.status == 0)
        #expect(try String(contentsOf: file, encoding: .utf8) == "TEA HOUSE\n12.50")
        #expect(
            lost.err == "till: cannot write /nowhere/slip: look at the path and its permissions\n")
        #expect(lost.status == 1)
        #expect(
            daemon.requests("GET /v1/orders/O1/receipt").map(\.query) == [
                "format=text", "format=text", "format=png", "format=text",
            ])
    }
}
