// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TillAPI

/// The fixtures are written by hand after the agreed messages; Foundation's own parser compares.
@Suite struct `Messages about the journal and their golden JSON` {
    @Test func `an explanation survives both ways`() throws {
        let page = ExplanationPage(
            order: "01JNA6S2K4M6P8R0T2V4X6Z8B0",
            explanation: [
                SentenceResource(
                    seq: 42, at: WireTime(milliseconds: 1_772_355_601_250),
                    wall: WireTime(milliseconds: 1_772_355_601_000), by: "tilld", source: "query",
                    text: "The acquirer said (asked by query) that it holds 12.50 CNY, its reference tx_9."),
                SentenceResource(
                    seq: nil, at: WireTime(milliseconds: 1_772_355_602_000),
                    wall: WireTime(milliseconds: 1_772_355_602_000), by: "tilld", source: "daemon",
                    text: "Now it is paid: 12.50 CNY are kept. Nothing is left to do."),
            ])

        try expectGolden("explanation", page)
    }

    @Test func `a head survives both ways, and is a line to keep`() throws {
        let head = JournalHeadResource(
            epoch: "01JNA6S2K4M6P8R0T2V4X6Z8B0", seq: 1234,
            chain: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            at: WireTime(milliseconds: 1_772_355_601_250))

        try expectGolden("journal-head", head)

        #expect(
            head.line == """
                01JNA6S2K4M6P8R0T2V4X6Z8B0-1234:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 \
                2026-03-01T09:00:01.250Z
                """)
    }

    @Test func `a stretch of an examination says null where there is nothing`() throws {
        try expectGolden("verification", VerificationResource(rows: 5000, orders: 0, next: "chain:5000"))
        try expectGolden(
            "verification-fault",
            VerificationResource(
                rows: 76, orders: 0,
                fault: VerificationFault(
                    row: 77, what: "its content is not what was written: row 78 still fits to its hash")))
    }

    @Test func `health names the key only where there is one`() throws {
        let without = LedgerHealth(state: "ok", last: "e1-42", openOrders: 0, openHolds: 0)
        var with = without
        with.key = "kPrK"

        let texts = try [without, with].map { String(decoding: try WireJSON.bytes(of: $0), as: UTF8.self) }

        #expect(!texts[0].contains("key"))
        #expect(texts[1].contains(#""key":"kPrK""#))
    }
}
