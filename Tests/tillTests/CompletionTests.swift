// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

/// Asks real shells, which ask the program, which asks the daemon.
@Suite(.timeLimit(.minutes(2))) struct `What shells complete` {
    private static let events = #"""
        {"events":[{"id":"e1-40","type":"order.changed","order":"O7","at":"2026-03-01T09:00:00.000Z","entry":null,
        "status":null},{"id":"e1-41","type":"order.changed","order":"O8","at":"2026-03-01T09:00:01.000Z","entry":null,
        "status":null},{"id":"e1-42","type":"order.changed","order":"O1","at":"2026-03-01T09:00:02.000Z","entry":null,
        "status":null}],"last":"e1-42"}
        """#
    private static let holds = #"""
        {"holds":[\#(Script.hold),{"id":"H2","about":"receipt_in_doubt","detail":"nobody knows whether it came out",
        "opened_at":"2026-03-01T09:03:00.000Z","settled":null,"decisions":["printed","print_again"],"order":"O2"}]}
        """#

    private func daemon() throws -> ScriptedDaemon {
        try Script.daemon([
            "GET /v1/orders": [.json(#"{"orders":[\#(Script.order("code", 2))]}"#)],
            "GET /v1/events": [.json(Self.events)], "GET /v1/holds": [.json(Self.holds)],
            "GET /v1/devices": [
                .json(
                    #"""
                    {"displays":[{"id":"payer","state":"ok","detail":null}],
                    "printers":[{"id":"counter","state":"ok","detail":null},{"id":"kitchen","state":"ok","detail":null}]}
                    """#)
            ],
        ])
    }

    @Test(arguments: CompletingShell.allCases)
    func `have sales: the open ones, and then those of which there is news`(shell: CompletingShell) async throws {
        let daemon = try daemon()
        defer { daemon.stop() }

        let shown = try await shell.completions(of: "till order show ", to: daemon)
        let begun = try await shell.completions(of: "till explain O7", to: daemon)
        let option = try await shell.completions(of: "till events --order ", to: daemon)

        #expect(shown.words.sorted() == ["O1", "O7", "O8"])
        #expect(begun.words == ["O7"])
        #expect(option.words.sorted() == ["O1", "O7", "O8"])
        #expect(shown.said.isEmpty, "\(shown.said)")
    }

    @Test func `have the open sales first, and the newest of the others after them`() async throws {
        let daemon = try daemon()
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["---completion", "order", "show", "--", "positional@0", "3", "0", "till", "order", "show", ""], to: daemon)

        #expect(run.lines == ["O1", "O8", "O7"])
        #expect(run.err == "")
        #expect(daemon.requests("GET /v1/events").map(\.query) == [""])
    }

    @Test func `read the end of a long journal only`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/health": [.json(Script.health.replacing("e1-42", with: "e1-1000042"))],
            "GET /v1/orders": [.json(#"{"orders":[]}"#)], "GET /v1/events": [.json(Self.events)],
        ])
        defer { daemon.stop() }

        _ = try await TillRun.till(
            ["---completion", "order", "show", "--", "positional@0", "3", "0", "till", "order", "show", ""], to: daemon)

        #expect(daemon.requests("GET /v1/events").map(\.query) == ["after=e1-999842"])
    }

    @Test(arguments: CompletingShell.allCases)
    func `have holds, and the decisions that fit one`(shell: CompletingShell) async throws {
        let daemon = try daemon()
        defer { daemon.stop() }

        let holds = try await shell.completions(of: "till hold settle ", to: daemon)
        let decisions = try await shell.completions(of: "till hold settle H2 ", to: daemon)
        let doubts = try await shell.completions(of: "till printer resolve ", to: daemon)

        #expect(holds.words.filter { !$0.hasPrefix("-") }.sorted() == ["H1", "H2"])
        #expect(decisions.words.filter { !$0.hasPrefix("-") }.sorted() == ["print_again", "printed"])
        #expect(doubts.words.filter { !$0.hasPrefix("-") }.sorted() == ["H2", "O2"])
    }

    @Test(arguments: CompletingShell.allCases)
    func `have devices, accounts, currencies and words`(shell: CompletingShell) async throws {
        let daemon = try daemon()
        defer { daemon.stop() }

        let printers = try await shell.completions(of: "till printer test k", to: daemon)
        let accounts = try await shell.completions(of: "till pay 12.50 --account ", to: daemon)
        let currencies = try await shell.completions(of: "till pay 12.50 --currency ", to: daemon)
        let lanes = try await shell.completions(of: "till queue list --lane p", to: daemon)
        let commands = try await shell.completions(of: "till queue dr", to: daemon)

        #expect(printers.words == ["kitchen"])
        #expect(accounts.words.sorted() == ["main", "yen"])
        #expect(currencies.words.sorted() == ["CNY", "JPY"])
        #expect(lanes.words.sorted() == ["print", "provider"])
        #expect(commands.words == ["drain"])
    }

    @Test(arguments: CompletingShell.allCases)
    func `ask the daemon that the line names`(shell: CompletingShell) async throws {
        let (meant, other) = (try daemon(), try daemon())
        defer {
            meant.stop()
            other.stop()
        }

        let named = try await shell.completions(of: "till order show --socket \(meant.place) O8", to: other)

        #expect(named.words == ["O8"])
        #expect(meant.requests("GET /v1/orders").count == 1)
        #expect(other.requests.isEmpty)
    }

    @Test(arguments: CompletingShell.allCases)
    func `are nothing, without a word, where no daemon runs`(shell: CompletingShell) async throws {
        let daemon = try daemon()
        daemon.stop()

        let run = try await shell.completions(of: "till order show O", to: daemon)

        #expect(run.words.isEmpty)
        #expect(run.said.isEmpty, "\(run.said)")
    }

    @Test(arguments: ["hangUp", "silence", "garbage", "problem"])
    func `are nothing, without a word, where a daemon does not answer`(trouble: String) async throws {
        let answers: [String: ScriptedAnswer] = [
            "hangUp": .hangUp, "silence": .silence, "garbage": .reply(200, "<html>", type: "text/html"),
            "problem": .problem(503, "unavailable", "not now"),
        ]
        let daemon = try Script.daemon(["GET /v1/orders": [try #require(answers[trouble])]])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["---completion", "order", "show", "--", "positional@0", "3", "0", "till", "order", "show", ""], to: daemon)

        #expect(run.out.trimmingCharacters(in: .newlines).isEmpty)
        #expect(run.err == "")
        #expect(run.status == 0)
        // One try is enough for somebody who types.
        #expect(daemon.requests("GET /v1/orders").count == 1)
    }

    @Test(arguments: [
        ("till queue dr", "drain"), ("till queue list --lane cl", "clock"), ("till printer test k", "kitchen"),
        ("till hold settle H1 g", "give_back"),
    ])
    func `are put into the line by zsh`(line: String, word: String) async throws {
        let daemon = try daemon()
        defer { daemon.stop() }

        let screen = try await CompletingShell.zshScreen(after: line, showing: word, to: daemon)

        let begun = line.split(separator: " ").dropLast().joined(separator: " ")
        #expect(screen.contains("\(begun) \(word)"), "\(screen)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `are scripts that their shells can read`(shell: String) async throws {
        let daemon = try daemon()
        defer { daemon.stop() }
        let made = try await TillRun.till(["--generate-completion-script", shell], to: daemon)
        let file = FileManager.default.temporaryDirectory.appending(path: "till-\(UUID().uuidString).\(shell)")
        try made.out.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }

        let read = try await TillRun.run("/usr/bin/env", [shell, "-n", file.path], [:], ProcessBox())

        #expect(made.status == 0)
        #expect(read.status == 0 && read.err.isEmpty, "\(read.err)")
        #expect(daemon.requests.isEmpty)
    }
}
