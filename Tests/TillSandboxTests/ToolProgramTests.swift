// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import HTTPTypes
import SandboxAcquirer
import Signing
import Testing

@testable import till_sandbox

@Suite struct `The sandbox as a tool` {
    private func inDirectory(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "till-sandbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try await body(directory.path)
    }

    private func now(_ running: Running) throws -> Int64 {
        let shown = try Program.run("clock", "show", "--server", running.server)
        return try #require(shown.output.split(separator: " ").first.flatMap { RFC3339.milliseconds(String($0)) })
    }

    @Test func `outcomes are listed, one is explained, and a wrong name finds the right one`() throws {
        let all = try Program.run("outcomes")
        let one = try Program.run("outcomes", "late-money")
        let wrong = try Program.run("outcomes", "late_money")

        let lines = all.output.split(separator: "\n")
        #expect(lines.count == SaleOutcome.all.count)
        for (line, outcome) in zip(lines, SaleOutcome.all) {
            #expect(
                line.hasPrefix(
                    "\(outcome.amount / 100).\(outcome.amount % 100 < 10 ? "0" : "")\(outcome.amount % 100)  "))
            #expect(line.contains("  \(outcome.name) "))
            #expect(line.hasSuffix("  \(outcome.summary)"))
        }
        #expect(one.output.hasPrefix("name      late-money\namount    900.53, which is 90053 minor units\n"))
        #expect(one.output.contains("script    never+paid_after_close:5\n"))
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("\"late_money\" is no outcome: did you mean late-money?"))
    }

    @Test func `programs read the outcomes as JSON`() throws {
        struct Row: Decodable, Equatable {
            struct Till: Decodable, Equatable { let status: String, money_kept: String, refunds_by_itself: [String] }
            let name: String, amount: Int, script: String, create_answered: String, till: Till
        }

        let lines = try Program.run("outcomes", "--json").output.split(separator: "\n")
        let rows = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }

        #expect(rows.map(\.name) == SaleOutcome.all.map(\.name))
        #expect(rows.first { $0.name == "risk-refused" }?.create_answered == "422 velocity")
        #expect(
            rows.first { $0.name == "late-money" }?.till
                == Row.Till(status: "not_paid", money_kept: "nothing", refunds_by_itself: ["late"]))
    }

    @Test func `the log shows what was signed and why it was refused, and follows`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state")
            let account = try Account(running, id: "M-42", script: "manual", out: directory + "/keys")
            _ = try await account.send(.post, "/payments", Account.body("A-1"))
            let refused = try Program.run(
                URL(fileURLWithPath: "/usr/bin/curl"), ["-s", "-w", "%{http_code}", running.server + "/v1/time"])

            let all = try Program.run("log", "--server", running.server)
            let one = try Program.run("log", "A-1", "--json", "--server", running.server)
            let follower = Following(running.server)
            _ = try Program.run("pay", "A-1", "--server", running.server)
            let followed = follower.wait(for: "POST /p/")

            #expect(refused.output.hasSuffix("401"))
            #expect(all.output.contains("  POST /v1/payments  A-1  from 127.0.0.1\n"))
            #expect(all.output.contains("           | \"@method\": POST\n"))
            #expect(all.output.contains("           | \"@target-uri\": \(running.server)/v1/payments\n"))
            #expect(all.output.contains("  signed   key_1 (ed25519)\n"))
            #expect(all.output.contains("  refused  bad_signature (Signature-Input): "))
            let line = try #require(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
            #expect(line["order_no"] as? String == "A-1")
            #expect(followed)
            #expect(follower.isQuietAbout("/v1/time"))
        }
    }

    @Test func `a session is recorded into a file of its owner's, and plays again without keys`() async throws {
        try await inDirectory { directory in
            let file = directory + "/session.jsonl"
            let added = try Program.run(
                "merchant", "add", "--state", directory + "/state", "--name", "Tea", "--currency", "CNY", "--out",
                directory + "/keys", "--id", "M-42", "--script", "paid-after-3-seconds")
            let running = try Running(state: directory + "/state", more: ["--virtual-time", "--record", file])
            let account = try Account(server: running.server, id: "M-42", out: directory + "/keys")
            let dead = "http://127.0.0.1:\(try Listener.freePort())/notify/main"
            _ = try await account.send(.post, "/payments", Account.body("A-1", notify: dead))
            _ = try Program.run("clock", "advance", "5s", "--server", running.server)
            _ = try await account.send(.get, "/payments?order_no=A-1")
            #expect(running.stop() == 0)
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
            try FileManager.default.removeItem(atPath: directory + "/keys")

            let same = try Program.run("replay", file, "--all")
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try text.replacingOccurrences(of: #""status":201"#, with: #""status":200"#)
                .write(toFile: directory + "/other.jsonl", atomically: true, encoding: .utf8)
            let other = try Program.run("replay", directory + "/other.jsonl")
            let json = try Program.run("replay", directory + "/other.jsonl", "--json")
            let again = try Program.run(
                "serve", "--state", directory + "/fresh", "--record", file, "--listen",
                "127.0.0.1:\(Listener.freePort())")
            let used = try Program.run(
                "serve", "--state", directory + "/state", "--record", directory + "/new.jsonl", "--listen",
                "127.0.0.1:\(Listener.freePort())")

            #expect(added.status == 0)
            #expect(mode?.intValue == 0o600)
            #expect(same.status == 0, "\(same.output)")
            #expect(same.output.contains("line 2  POST /v1/payments\n"))
            #expect(same.output.contains("  what was due, 1 notifies\n"))
            #expect(same.output.hasSuffix(" lines played: all as it was\n"))
            #expect(other.status == 2)
            #expect(other.output.contains("  answer.status is 201, and was 200\n"))
            #expect(other.output.hasSuffix(" lines played: 1 of them otherwise\n"))
            #expect(json.output.hasPrefix(#"{"differences":["answer.status is 201, and was 200"],"line":2,"#))
            #expect(json.output.contains(#"{"differing":1,"lines":"#))
            #expect(again.errors.contains("is there already: a recording begins with a new file"))
            #expect(used.errors.contains("a recording begins with books that hold merchants and nothing else"))
            #expect(!FileManager.default.fileExists(atPath: directory + "/new.jsonl"))
        }
    }

    @Test(arguments: [("", "the file is empty"), ("hello\n", "this is no recording"), ("{}\n", "this is no recording")])
    func `what is no recording is told`(text: String, why: String) async throws {
        try await inDirectory { directory in
            try text.write(toFile: directory + "/file", atomically: true, encoding: .utf8)

            let result = try Program.run("replay", directory + "/file")

            #expect(result.status == 1)
            #expect(result.errors.contains(why))
        }
    }

    @Test func `time moves to a moment and to what is due, and never back`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state", more: ["--virtual-time"])
            let account = try Account(running, id: "M-42", script: "paid_after:60", out: directory + "/keys")
            _ = try await account.send(.post, "/payments", Account.body("A-1"))
            let start = try now(running)

            let next = try Program.run("clock", "next", "--server", running.server)
            let paid = try await SeenPayment(account.send(.get, "/payments?order_no=A-1"))
            let later = RFC3339.text(start + 7_200_000)
            let set = try Program.run("clock", "set", later, "--server", running.server)
            let more = try Program.run("clock", "advance", "+1h30m", "--server", running.server)
            let back = try Program.run("clock", "set", RFC3339.text(start), "--server", running.server)
            let wrong = try Program.run("clock", "set", "tomorrow", "--server", running.server)

            #expect(next.output.hasPrefix(RFC3339.text(start + 60_000)))
            #expect(paid.status == "paid")
            #expect(set.output.hasPrefix(later))
            #expect(more.output.hasPrefix(RFC3339.text(start + 7_200_000 + 5_400_000)))
            #expect(back.status == 1)
            #expect(back.errors.contains("time never goes back: it is "))
            #expect(wrong.errors.contains("send a time as in 2026-03-01T09:30:00+08:00"))
            #expect(try now(running) == start + 7_200_000 + 5_400_000)
        }
    }

    @Test func `a till whose clock stayed behind goes on selling`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state")
            let account = try Account(running, id: "M-42", script: "manual", out: directory + "/keys")
            _ = try Program.run("clock", "advance", "2d", "--server", running.server)

            let created = try await account.send(.post, "/payments", Account.body("A-1"))
            let seen = try SeenPayment(created)

            #expect(created.status == 201)
            #expect(seen.status == "created")
        }
    }

    @Test(
        arguments: [
            ("+1h", 3_600_000), ("1h30m", 5_400_000), ("1d2h3m4s5ms", 93_784_005), ("1h+1m", nil), ("h", nil),
            ("1h30", nil), ("++1h", nil), ("1 h", nil), ("٣s", nil),
        ] as [(String, Int64?)])
    func `times are read in parts`(text: String, milliseconds: Int64?) {
        #expect(TimeSpan.milliseconds(text) == milliseconds)
    }

    @Test func `a body that moves the cursor does not move it in the log`() throws {
        let exchange = try JSONDecoder().decode(
            ControlExchange.self,
            from: Data(
                #"""
                {"number":1,"kind":"request","at":"2026-03-01T09:30:00Z","from":"127.0.0.1",
                "request":{"method":"POST","path":"/v1/payments","fields":[],"body":"a\u001b[2Jb\nc"},
                "answer":{"status":400,"wire":"whole","after_ms":1500}}
                """#.utf8))

        let text = ExchangeText(exchange).text

        #expect(
            text == """
                1  2026-03-01T09:30:00Z  POST /v1/payments  -  from 127.0.0.1
                  body     a [2Jb c
                  answer   400, 1500 ms late
                """)
    }
}

/// A `till-sandbox log --follow` that goes on.
private final class Following {
    private let process = Process()
    private let output = Pipe()
    private var text = ""

    init(_ server: String) {
        process.executableURL = Program.url
        process.arguments = ["log", "A-1", "--follow", "--server", server]
        process.standardOutput = output
        // A follower that does not start is found by what it does not write.
        try? process.run()
    }

    /// Reads until a text is there, or the program ends.
    func wait(for part: String) -> Bool {
        while !text.contains(part) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { return false }
            text += String(decoding: piece, as: UTF8.self)
        }
        return true
    }

    func isQuietAbout(_ part: String) -> Bool { !text.contains(part) }

    deinit {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }
}
