// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import till_sandbox

@Suite struct `The sandbox's console as a program` {
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

    /// The sandbox's time, in seconds since 1970.
    private func now(_ running: Running) throws -> Int64 {
        let shown = try Program.run("clock", "show", "--server", running.server)
        let word = try #require(shown.output.split(separator: " ").first.map(String.init))
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions =
            word.contains(".") ? [.withInternetDateTime, .withFractionalSeconds] : .withInternetDateTime
        return Int64(try #require(formatter.date(from: word)).timeIntervalSince1970)
    }

    @Test func `money goes back in parts until nothing is left`() async throws {
        try await inDirectory { directory in
            let running = try Running(state: directory + "/state")
            let account = try Account(running, id: "M-42", script: "manual", out: directory + "/keys")
            _ = try await account.send(.post, "/payments", Account.body("A-1"))
            _ = try Program.run("pay", "A-1", "--server", running.server)

            let part = try Program.run("refund", "A-1", "250", "--server", running.server)
            let rest = try Program.run("refund", "A-1", "--server", running.server)
            let none = try Program.run("refund", "A-1", "--server", running.server)
            let wrong = try Program.run("refund", "A-1", "0", "--server", running.server)
            let books = try Program.run("books", "A-1", "--server", running.server)

            #expect(part.output.hasPrefix("A-1 refunded CNY 2.50 console_"))
            #expect(rest.output.hasPrefix("A-1 refunded CNY 10.00 console_"))
            #expect(none.status == 1)
            #expect(none.errors.contains("no money of it is left to refund"))
            #expect(wrong.status == 64)
            #expect(books.output.contains("held CNY 0.00"))
        }
    }

    @Test func `a statement is there when its day is over and some time has passed`() async throws {
        try await inDirectory { directory in
            let running = try Running(
                state: directory + "/state", more: ["--virtual-time", "--statements-after", "90s"])
            let account = try Account(running, id: "M-42", script: "paid_at_once", out: directory + "/keys")
            let start = try now(running)
            let created = try SeenPayment(
                await account.send(.post, "/payments", Account.body("A-1"), now: start))
            _ = try Program.run("clock", "advance", "1s", "--server", running.server)
            let day = String(
                ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(start))).prefix(10))
            let midnight = (start / 86_400 + 1) * 86_400

            let step = midnight + 89 - (try now(running))
            _ = try Program.run("clock", "advance", "\(step)s", "--server", running.server)
            let early = try await account.send(.get, "/statements/\(day)", now: now(running))
            _ = try Program.run("clock", "advance", "2s", "--server", running.server)
            let due = try await account.send(.get, "/statements/\(day)", now: now(running))

            #expect(early.status == 404)
            #expect(due.status == 200)
            let lines = String(decoding: due.body, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.count == 3)
            #expect(lines[1].hasPrefix("payment,A-1,\(created.id),,,1250,CNY,\(day)T"))
        }
    }

    @Test func `a new key and secret are written, used, and named to who comes later`() async throws {
        try await inDirectory { directory in
            let keys = directory + "/keys"
            let running = try Running(state: directory + "/state")
            let account = try Account(running, id: "M-42", script: "manual", out: keys)
            var ready = account

            let rotated = try Program.run("merchant", "rotate", "M-42", "--out", keys, "--server", running.server)
            ready.platform = try VerifyingKey(
                pem: String(contentsOfFile: keys + "/openpay-platform_2.pem", encoding: .utf8))
            let time = try await ready.send(.get, "/time")
            let later = try Program.run(
                "merchant", "add", "--state", running.state, "--name", "Later", "--currency", "CNY", "--out", keys,
                "--id", "M-43")
            let nobody = try Program.run(
                "merchant", "rotate", "M-9", "--out", directory + "/none", "--server", running.server)

            #expect(rotated.status == 0, "\(rotated.errors)")
            #expect(
                rotated.output.hasPrefix(
                    """
                    next_platform_key: platform_2
                    next_platform_key_file: \(keys)/openpay-platform_2.pem
                    next_webhook_secret_file: \(keys)/M-42-webhook-secret-platform_2

                    """))
            #expect(try mode(keys + "/M-42-webhook-secret-platform_2") == 0o600)
            #expect(time.status == 200)
            await #expect(throws: SigningError.self) { try await account.send(.get, "/time") }
            #expect(later.output.contains("platform_key: platform_1, next_platform_key_file: "))
            #expect(later.output.contains("openpay-platform_2.pem, next_platform_key: platform_2"))
            #expect(nobody.errors.contains("there is no merchant M-9"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory + "/none").isEmpty)
        }
    }
}
