// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import HTTPTransport
import HTTPTypes
import Signing
import Testing

@testable import till_sandbox

@Suite struct `The sandbox as a program` {
    private func inDirectory(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "till-sandbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try await body(directory.path)
    }

    private func mode(_ path: String) throws -> Int? {
        try (FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test func `a payer pays on the phone, the merchant is told, and the books keep it`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state")
            let account = try Account(running, id: "M-42", script: "manual", out: directory + "/keys")
            let listener = try Listener()
            let created = try SeenPayment(
                await account.send(
                    .post, "/payments", Account.body("A-1", notify: "http://127.0.0.1:\(listener.port)/notify/main")))

            let paid = try Program.run("pay", "A-1", "--server", running.server)
            let notify = listener.next()
            let again = try Program.run("pay", try #require(created.code))
            let seen = try SeenPayment(await account.send(.get, "/payments/\(created.id)"))
            let books = try Program.run("books", "A-1", "--server", running.server)
            let status = running.stop()

            #expect(paid.output == "A-1 paid CNY 12.50\n")
            #expect(again.status == 2)
            #expect(seen.status == "paid")
            #expect(books.output.contains("A-1  paid  CNY 12.50  held CNY 12.50  manual  \(running.server)/p/"))
            #expect(status == 0)
            try check(notify, of: account)
        }
    }

    private func check(_ notify: String, of account: Account) throws {
        let parts = notify.components(separatedBy: "\r\n\r\n")
        var fields: HTTPFields = [:]
        for line in parts[0].components(separatedBy: "\r\n").dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if let name = HTTPField.Name(sides[0]) { fields[name] = sides[1] }
        }
        let body = Array(parts[1].utf8)
        let now = Int64(Date().timeIntervalSince1970)

        _ = try StandardWebhook.verify(fields: fields, body: body, secrets: [account.secret], keys: [], now: now)
        _ = try StandardWebhook.verify(fields: fields, body: body, secrets: [], keys: [account.platform], now: now)
        #expect(parts[0].hasPrefix("POST /notify/main HTTP/1.1"))
        #expect(parts[1].hasPrefix(#"{"type":"payment.paid""#))
    }

    @Test func `curl pays as a browser does`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state")
            let account = try Account(running, id: "M-42", script: "manual", out: directory + "/keys")
            let created = try SeenPayment(await account.send(.post, "/payments", Account.body("A-1")))
            let code = try #require(created.code)

            let page = try Program.run(URL(fileURLWithPath: "/usr/bin/curl"), ["-s", code])
            let paid = try Program.run(URL(fileURLWithPath: "/usr/bin/curl"), ["-sL", "-d", "", code + "/pay"])

            #expect(page.output.contains("Tea house"))
            #expect(page.output.contains("CNY 12.50"))
            #expect(paid.output.contains("Paid"))
        }
    }

    @Test func `answers are lost and cut on the wire, and the work is done`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state")
            let lost = try Account(running, id: "M-1", script: "create_lost_done", out: directory + "/keys")
            let cut = try Account(running, id: "M-2", script: "cut", out: directory + "/keys")
            let undone = try Account(running, id: "M-3", script: "create_lost_not_done", out: directory + "/keys")
            let slow = try Account(running, id: "M-4", script: "slow:20ms", out: directory + "/keys")

            for account in [lost, cut, undone] {
                await #expect(throws: TransportError.self) {
                    try await account.send(.post, "/payments", Account.body("A-1"))
                }
            }
            let made = try await SeenPayment(slow.send(.post, "/payments", Account.body("A-1")))

            #expect(try await SeenPayment(lost.send(.get, "/payments?order_no=A-1")).status == "created")
            #expect(try await SeenPayment(cut.send(.get, "/payments?order_no=A-1")).status == "created")
            #expect(try await undone.send(.get, "/payments?order_no=A-1").status == 404)
            #expect(try await undone.send(.post, "/payments", Account.body("A-1")).status == 201)
            #expect(made.status == "created")
            #expect(running.stop(SIGINT) == 0)
        }
    }

    @Test func `a stop does not wait for an answer that a script delays`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state")
            let account = try Account(running, id: "M-42", script: "slow:3600", out: directory + "/keys")
            async let answer = Result.of { try await account.send(.post, "/payments", Account.body("A-1")) }
            var books = ""
            for _ in 0..<500 where !books.contains("A-1") {
                books = try Program.run("books", "--server", running.server).output
            }

            let status = running.stop()
            let result = await answer

            #expect(books.contains("A-1  created"))
            #expect(status == 0)
            #expect(throws: TransportError.self) { try result.get() }
        }
    }

    @Test func `a day takes a second in virtual time, and a restart goes on from there`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state", more: ["--virtual-time"])
            let account = try Account(running, id: "M-42", script: "paid_after:60", out: directory + "/keys")
            let dead = "http://127.0.0.1:\(try Listener.freePort())/"
            let created = try SeenPayment(await account.send(.post, "/payments", Account.body("A-1", notify: dead)))

            let early = try Program.run("clock", "advance", "59s", "--server", running.server)
            let before = try SeenPayment(await account.send(.get, "/payments/\(created.id)"))
            let late = try Program.run("clock", "advance", "26h", "--server", running.server)
            let shown = try Program.run("clock", "--server", running.server)
            #expect(running.stop() == 0)
            let restarted = try Running(state: directory + "/state", more: ["--virtual-time"])
            let books = try Program.run("books", "--server", restarted.server)
            let clock = try Program.run("clock", "--server", restarted.server)

            #expect(early.output.hasSuffix("  0 notifies sent\n"))
            #expect(before.status == "created")
            #expect(late.output.hasSuffix("  10 notifies sent\n"))
            #expect(books.output.contains("A-1  paid  CNY 12.50  held CNY 12.50  paid_after:60"))
            #expect(clock.output == shown.output)
            #expect(shown.output.hasSuffix("(stands still)\n"))
        }
    }

    @Test func `registering works beside the server and without it, and keeps secrets to the owner`() async throws {
        try await inDirectory { directory in
            let keys = directory + "/keys"
            let state = directory + "/state"
            let alone = try Program.run(
                "merchant", "add", "--state", state, "--name", "Kiosk", "--currency", "EUR", "--out", keys, "--id",
                "M-1",
                "--gateway", "http://127.0.0.1:9000/v1")
            let running = try Running(state: state)
            let first = try Account(server: running.server, id: "M-1", out: keys)
            let second = try Account(running, id: "M-2", script: "never", out: keys)

            let twice = try Program.run(
                "merchant", "add", "--state", state, "--name", "Kiosk", "--currency", "EUR", "--out",
                directory + "/other",
                "--id", "M-1")
            let list = try Program.run("merchant", "list", "--state", state)
            let rival = try Program.run("serve", "--state", state, "--listen", "127.0.0.1:\(try Listener.freePort())")

            #expect(
                alone.output == """
                    accounts:
                      enabled: [main]
                      main: { provider: openpay, merchant: "M-1", key: key_1, private_key_file: \(keys)/M-1.pem, \
                    platform_key_file: \(keys)/openpay-platform.pem, platform_key: platform_1, \
                    webhook_secret_file: \(keys)/M-1-webhook-secret, gateway: http://127.0.0.1:9000/v1, currency: EUR }

                    """)
            #expect(try await first.send(.get, "/time").status == 200)
            #expect(try await second.send(.get, "/time").status == 200)
            #expect(twice.status != 0)
            #expect(twice.errors.contains("there is a merchant M-1 already"))
            #expect(!FileManager.default.fileExists(atPath: directory + "/other/M-1.pem"))
            #expect(list.output == "M-1  EUR  manual  Kiosk\nM-2  CNY  never  Tea house\n")
            #expect(rival.status != 0)
            for path in ["M-1.pem", "M-1-webhook-secret", "M-2.pem", "M-2-webhook-secret"] {
                #expect(try mode(keys + "/" + path) == 0o600)
            }
            #expect(try mode(state + "/openpay-platform-key.pem") == 0o600)
            #expect(try mode(state + "/books.sqlite") == 0o600)
        }
    }

    @Test func `scripts are listed, set and queued`() async throws {
        try await inDirectory { directory in
            try "paid_at_once\n".write(toFile: directory + "/day", atomically: true, encoding: .utf8)
            let running = try Running(state: directory + "/state", more: ["--scripts", directory + "/day"])
            let account = try Account(running, id: "M-42", script: "manual", out: directory + "/keys")

            let listed = try Program.run("scripts")
            let set = try Program.run("script", "set", "never", "--server", running.server)
            let next = try Program.run("script", "next", "declined", "--server", running.server)
            let wrong = try Program.run("script", "set", "nonsense", "--server", running.server)
            _ = try await account.send(.post, "/payments", Account.body("A-1"))
            _ = try await account.send(.post, "/payments", Account.body("A-2"))

            #expect(listed.output.contains("24  paid_after_close:N"))
            #expect(set.output == "M-42  never\n")
            #expect(next.output == "M-42  never\nnext for every merchant  declined\n")
            #expect(wrong.status != 0)
            #expect(wrong.errors.contains("\"nonsense\" is no script"))
            #expect(try SeenPayment(await account.send(.get, "/payments?order_no=A-1")).status == "failed")
            #expect(try SeenPayment(await account.send(.get, "/payments?order_no=A-2")).status == "paid")
        }
    }

    @Test(arguments: [
        ["pay", "A-1"], ["books"], ["clock"], ["clock", "advance", "5s"], ["script"],
    ])
    func `without a server a command says how to start one`(command: [String]) throws {
        let result = try Program.run(Program.url, command + ["--server", "http://127.0.0.1:\(Listener.freePort())"])

        #expect(result.status == 1)
        #expect(result.errors.contains("start it with \"till-sandbox serve\""))
    }

    @Test(
        arguments: [
            ("250ms", 250), ("10s", 10_000), ("5m", 300_000), ("2h", 7_200_000), ("1d", 86_400_000), ("10", nil),
            ("-1s", nil),
            ("1.5h", nil), ("", nil), ("9223372036854775807d", nil),
        ] as [(String, Int64?)])
    func `times are read as people write them`(text: String, milliseconds: Int64?) {
        #expect(TimeSpan.milliseconds(text) == milliseconds)
    }

    @Test(arguments: [
        ("127.0.0.1:8471", "http://127.0.0.1:8471"), ("[::1]:80", "http://[::1]:80"),
        ("0.0.0.0:80", "http://127.0.0.1:80"),
        ("8471", nil), ("127.0.0.1:0", nil), ("127.0.0.1:99999", nil), ("::1:80", nil), (":80", nil),
    ])
    func `a place to listen is read`(text: String, url: String?) {
        #expect((try? ListenPlace(text))?.url == url)
    }

    @Test func `a bell that rang before is heard, and cancelling ends the wait`() async {
        let bell = Bell()

        bell.ring()
        await bell.wait()
        let isOver = await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                await bell.wait()
                return Task.isCancelled
            }
            group.cancelAll()
            return await group.next()
        }

        #expect(isOver == true)
    }
}

extension Result where Failure == any Error {
    /// What an operation gives or throws.
    fileprivate static func of(_ operation: () async throws -> Success) async -> Result {
        do {
            return .success(try await operation())
        } catch {
            return .failure(error)
        }
    }
}
