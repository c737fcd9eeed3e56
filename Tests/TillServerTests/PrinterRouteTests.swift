// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI

@Suite struct `Printers over the local API` {
    @Test func `are told with what they answer and what waits`() async throws {
        try await Shop.open { shop in
            let reply = try await shop.send(.get("/v1/printers"))

            #expect(reply.status == 200)
            #expect(
                reply.text
                    == #"{"printers":[{"answers":"marks","columns":48,"counts":true,"detail":"no paper","doubtful":1,"id":"counter","last":null,"port":"none","profile":"generic-80","role":"receipts","state":"degraded","waiting":2}]}"#
            )
        }
    }

    @Test func `print a test slip and are probed by name`() async throws {
        try await Shop.open { shop in
            let test = try await shop.send(.post("/v1/printers/counter/test", "{}"))
            let probe = try await shop.send(.post("/v1/printers/counter/probe", ""))

            #expect(test.status == 200)
            #expect(test.text == #"{"detail":null,"printer":"counter","result":"printed"}"#)
            #expect(probe.status == 200)
            #expect(probe.text.contains(#""result":"silent""#))
            #expect(probe.text.contains(#""profile":null"#))
        }
    }

    @Test func `that are not there are refused with those that are`() async throws {
        try await Shop.open { shop in
            let reply = try await shop.send(.post("/v1/printers/kitchen/test", "{}"))

            #expect(reply.status == 404)
            #expect(reply.text.contains("these are: counter"))
        }
    }
}
