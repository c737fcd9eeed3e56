// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Calls about the journal on the wire` {
    @Test func `each call has the route that is agreed`() async throws {
        let daemon = try Wire.daemon([
            "GET /v1/orders/O1/explanation": [.json(#"{"order":"O1","explanation":[]}"#)],
            "GET /v1/orders/O1/evidence": [.reply(200, "{}", type: "application/jose+json")],
            "GET /v1/journal/head": [
                .json(#"{"epoch":"E1","seq":7,"chain":"9f86","at":"2026-03-01T09:00:00.000Z"}"#)
            ],
            "GET /v1/journal/verification": [
                .json(#"{"rows":9,"orders":0,"next":"orders:","fault":null}"#),
                .json(#"{"rows":0,"orders":2,"next":null,"fault":null}"#),
            ],
        ])
        defer { daemon.stop() }
        let client = try Wire.client(daemon)

        let page = try await client.explanation(of: "O1")
        let file = try await client.evidence(of: "O1")
        let head = try await client.journalHead()
        let first = try await client.verification()
        let second = try await client.verification(after: first.next)

        #expect(page.explanation == [])
        #expect(file == Array("{}".utf8))
        #expect(head.seq == 7)
        #expect(second.orders == 2)
        #expect(
            daemon.requests.map { "\($0.route)?\($0.query)" } == [
                "GET /v1/orders/O1/explanation?", "GET /v1/orders/O1/evidence?", "GET /v1/journal/head?",
                "GET /v1/journal/verification?", "GET /v1/journal/verification?after=orders%3A",
            ])
    }
}
