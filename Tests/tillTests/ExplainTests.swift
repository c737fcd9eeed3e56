// SPDX-License-Identifier: Apache-2.0

import Evidence
import Foundation
import JournalChain
import ScriptedDaemon
import Signing
import Testing
import TillAPI

@Suite struct `till explain, evidence, head and verify` {
    private static let page = #"""
        {"order":"O1","explanation":[
        {"seq":2,"at":"2026-03-01T23:59:58.000Z","wall":"2026-03-01T23:59:58.500Z","by":"socket","source":"cashier",
        "text":"The cashier (socket) opened a sale."},
        {"seq":null,"at":"2026-03-02T00:00:07.000Z","wall":"2026-03-02T00:00:07.000Z","by":"tilld","source":"daemon",
        "text":"Now it is paid."}]}
        """#

    @Test func `a story is a line a step under its day, or an object a line`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/orders/O1/explanation": [.json(Self.page), .json(Self.page)]
        ])
        defer { daemon.stop() }

        let plain = try await TillRun.till(["explain", "O1"], to: daemon)
        let json = try await TillRun.till(["explain", "O1", "--json"], to: daemon)

        #expect(plain.status == 0)
        #expect(plain.lines.filter { !$0.hasPrefix("2026") }.count == 2)
        #expect(plain.lines[1].hasSuffix("  The cashier (socket) opened a sale."))
        #expect(json.lines.count == 2)
        #expect(json.lines[1].contains(#""seq":null"#))
    }

    @Test func `evidence is written as it came, and checked without a daemon`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "till-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (bytes, key) = try Self.evidence()
        let path = folder.appending(path: "dispute.json").path
        let daemon = try Script.daemon([
            "GET /v1/orders/O1/evidence": [
                .reply(200, String(decoding: bytes, as: UTF8.self), type: "application/jose+json")
            ]
        ])

        let written = try await TillRun.till(["explain", "O1", "--evidence", path], to: daemon)
        daemon.stop()
        let good = try await TillRun.till(["evidence", "check", path, "--key", key], to: daemon)
        let other = try await TillRun.till(["evidence", "check", path, "--key", "another"], to: daemon)
        let file = try Data(contentsOf: URL(filePath: path))
        var forged = file
        forged[40] ^= 1
        try forged.write(to: URL(filePath: path))
        let bad = try await TillRun.till(["evidence", "check", path, "--json"], to: daemon)
        let missing = try await TillRun.till(["evidence", "check", path + "x"], to: daemon)

        #expect(written.status == 0, "\(written.err)")
        #expect(Array(file) == bytes)
        #expect(good.status == 0, "\(good.err)")
        #expect(good.lines.contains("That is the key that was expected."))
        #expect(other.status == 1)
        #expect(other.out.isEmpty)
        #expect(other.err.contains("proves nothing: it was signed by the key \(key)"))
        #expect(bad.status == 1)
        #expect(bad.out.contains(#""good":false"#))
        #expect(missing.status == 1)
        #expect(missing.err.contains("cannot read"))
    }

    @Test func `a head is one line to keep`() async throws {
        let head = #"{"epoch":"E1","seq":7,"chain":"9f86","at":"2026-03-01T09:00:00.000Z"}"#
        let daemon = try Script.daemon(["GET /v1/journal/head": [.json(head), .json(head)]])
        defer { daemon.stop() }

        let plain = try await TillRun.till(["head"], to: daemon)
        let json = try await TillRun.till(["head", "--json"], to: daemon)

        #expect(plain.out == "E1-7:9f86 2026-03-01T09:00:00.000Z\n")
        #expect(json.out.contains(#""seq":7"#))
    }

    @Test func `a ledger is verified to its end, and a fault is for a person`() async throws {
        let daemon = try Script.daemon([
            "GET /v1/journal/verification": [
                .json(#"{"rows":9,"orders":0,"next":"orders:","fault":null}"#),
                .json(#"{"rows":0,"orders":2,"next":null,"fault":null}"#),
                .json(#"{"rows":9,"orders":0,"next":"chain:9","fault":null}"#),
                .json(#"{"rows":1,"orders":0,"next":null,"fault":{"row":11,"order":null,"what":"it is missing"}}"#),
                .json(#"{"rows":0,"orders":0,"next":"chain:9","fault":null}"#),
            ]
        ])
        defer { daemon.stop() }

        let good = try await TillRun.till(["verify"], to: daemon)
        let bad = try await TillRun.till(["verify"], to: daemon)
        let stuck = try await TillRun.till(["verify"], to: daemon)

        #expect(good.status == 0)
        #expect(good.out == "9 rows of the journal fit, and 2 sales are what their rows give\n")
        #expect(bad.status == 3)
        #expect(bad.err == "till: row 11: it is missing\n")
        #expect(stuck.status == 1)
        #expect(stuck.err.contains("does not move on"))
    }

    /// A file about a sale of one row, and the thumbprint of its key.
    private static func evidence() throws -> ([UInt8], String) {
        let signer = try SigningKey.generateEd25519()
        let key = EvidenceKey(try #require(signer.verifyingKey.ed25519Bytes))
        let time = WireTime(milliseconds: 1_772_366_400_000)
        let entry = #"{"opened":{"_0":{"amount":{"currency":"CNY","value":1250},"id":"O1"}}}"#
        let link = Chain.Link(
            seq: 1, at: 0, wall: 0, boot: 1, by: "socket", order: "O1", entry: Array(entry.utf8), status: "opening")
        let hash = Chain.hash(link, after: Chain.beginning)
        let payload = EvidencePayload(
            madeAt: time, terminal: "T-1", program: "test", epoch: "E1", key: key.thumbprint,
            order: OrderResource(
                id: "O1", status: .opening, amount: MoneyResource(value: 1250, currency: "CNY"), attempts: [],
                transactions: [], refunds: [], holds: [], prints: [], openedAt: time, deadline: time, secondsLeft: 0,
                version: 1, metadata: [:]),
            explanation: [], rows: [EvidenceRow(link, before: Chain.beginning, chain: hash)], notifies: [],
            head: JournalHeadResource(epoch: "E1", seq: 1, chain: Hex.encode(hash), at: time))
        let file = try EvidenceFile(sealing: payload, key: key) { try signer.sign($0, with: .ed25519) }
        return (try file.bytes(), key.thumbprint)
    }
}
