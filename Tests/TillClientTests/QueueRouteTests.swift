// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Calls about the queue on the wire` {
    private static let page = #"{"rows":[],"last":7,"standing":[]}"#
    private static let drain =
        #"{"state":"drained","owed":0,"orders":0,"stuck":0,"watched":2,"by":"anna"}"#

    @Test func `each call has the route, the body and the key that are agreed`() async throws {
        let daemon = try Wire.daemon([
            "GET /v1/queue": [.json(Self.page)], "POST /v1/queue/7/hold": [.json(Self.page)],
            "POST /v1/queue/print/release": [.json(Self.page)],
            "POST /v1/queue/flush": [.json(Self.page)], "GET /v1/drain": [.json(Self.drain)],
            "POST /v1/drain": [.json(Self.drain)], "POST /v1/drain/end": [.json(Self.drain)],
        ])
        defer { daemon.stop() }
        let client = try Wire.client(daemon)
        let key = try IdempotencyKey("k")

        let page = try await client.queue(lane: "print", order: "O1", isHeld: true, after: 3)
        _ = try await client.queue()
        _ = try await client.holdWork("7", HoldWorkRequest(why: "a", by: "b"), key: key)
        _ = try await client.releaseWork("print", key: key)
        _ = try await client.flushQueue(FlushQueueRequest(order: "O1"), key: key)
        _ = try await client.beginDraining(DrainRequest(why: "a"), key: key)
        let drain = try await client.drain(wait: .seconds(2))
        _ = try await client.endDraining(key: key)

        #expect(page.last == 7)
        #expect(drain.watched == 2)
        let calls = daemon.requests.map {
            "\($0.route)?\($0.query) \($0.text) \($0.fields["idempotency-key"] ?? "-")"
        }
        #expect(
            calls == [
                "GET /v1/queue?lane=print&order=O1&held=true&after=3  -", "GET /v1/queue?  -",
                #"POST /v1/queue/7/hold? {"by":"b","why":"a"} k"#,
                "POST /v1/queue/print/release? {} k",
                #"POST /v1/queue/flush? {"order":"O1"} k"#, #"POST /v1/drain? {"why":"a"} k"#,
                "GET /v1/drain?wait=2  -", "POST /v1/drain/end? {} k",
            ])
    }
}
