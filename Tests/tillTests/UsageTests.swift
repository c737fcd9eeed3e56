// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till and its exit status` {
    @Test(arguments: [
        ["pay", "12.50"], ["order", "open", "12.50"], ["order", "show", "O1"], ["order", "list"],
        ["health"],
        ["hold", "list"], ["events"], ["events", "--follow"], ["order", "cancel", "O1", "--json"],
    ])
    func `a daemon that is not running is status 4`(words: [String]) async throws {
        let daemon = try Script.daemon([:])
        daemon.stop()

        let run = try await TillRun.till(words, to: daemon)

        #expect(run.out == "")
        #expect(
            run.err == "till: the daemon is not running: start it with \"systemctl start tilld\"\n")
        #expect(run.status == 4)
    }

    @Test(arguments: [
        ["pay"], ["pay", "twelve"], ["pay", "12,50"], ["pay", "-5"],
        ["pay", "12.50", "--currency", "yuan"],
        ["pay", "12.50", "--metadata", "table"], ["pay", "12.50", "--deadline", "soon"],
        ["order", "fly"],
        ["order", "refund", "O1", "all"], ["hold", "settle", "H1", "leave"],
        ["health", "--colour"],
        ["health", "--address", "127.0.0.1:1"], ["health", "--token-file", "/x"],
        ["health", "--socket", "/x", "--address", "127.0.0.1:1", "--token-file", "/x"],
        ["order", "receipt", "O1", "--format", "pdf"],
        ["order", "cancel", "O1", "--idempotency-key", ""],
    ])
    func `wrong usage is status 64, with a sentence and nothing sent`(words: [String]) async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let run = try await TillRun.till(words, to: daemon)

        #expect(run.status == 64)
        #expect(run.out == "")
        #expect(run.err.hasPrefix("till: "))
        #expect(!run.err.contains("Error:"))
        #expect(daemon.requests.isEmpty)
    }

    @Test func `help is not an error`() async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "--help"], to: daemon)

        #expect(run.status == 0)
        #expect(run.out.contains("Exit status: 0 paid"))
    }

    @Test func `the version is told without a daemon`() async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let run = try await TillRun.till(["--version"], to: daemon)

        #expect(run.status == 0)
        #expect(run.out.firstMatch(of: /^[0-9]+\.[0-9]+\.[0-9]+\n$/) != nil)
        #expect(daemon.requests.isEmpty)
    }

    @Test func `--socket comes before the environment`() async throws {
        let (meant, other) = (try Script.daemon([:]), try Script.daemon([:]))
        defer {
            meant.stop()
            other.stop()
        }

        let run = try await TillRun.till(["health", "--socket", meant.place], to: other)

        #expect(run.status == 0)
        #expect(meant.requests.count == 1)
        #expect(other.requests.isEmpty)
    }

    @Test func `over an address the token comes from a file`() async throws {
        let daemon = try ScriptedDaemon(at: .loopback, ["GET /v1/health": [.json(Script.health)]])
        defer { daemon.stop() }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "token-\(UUID().uuidString)")
        try "s3cret\n".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }

        let run = try await TillRun.till(
            ["health", "--address", daemon.place, "--token-file", file.path], to: daemon)
        let lost = try await TillRun.till(
            ["health", "--address", daemon.place, "--token-file", "/nowhere/token"], to: daemon)

        #expect(run.status == 0)
        #expect(daemon.requests.map { $0.fields["authorization"] } == ["Bearer s3cret"])
        #expect(
            lost.err
                == "till: cannot read the token in /nowhere/token: look at the path and its permissions\n"
        )
        #expect(lost.status == 1)
    }

    @Test func `a daemon that answers nothing sensible is an error`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/health": [.reply(200, "<html>", type: "text/html")]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["health"], to: daemon)

        #expect(run.status == 1)
        #expect(run.err.hasPrefix("till: the answer is none of a daemon"))
    }
}
