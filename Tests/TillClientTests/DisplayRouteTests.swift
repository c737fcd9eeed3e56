// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Calls about customer screens on the wire` {
    @Test func `each call has the route that is agreed`() async throws {
        let daemon = try Wire.daemon([
            "POST /v1/displays/payer/test": [.json(#"{"display":"payer","result":"shown","detail":null}"#)],
            "GET /v1/displays": [
                .json(
                    #"""
                    {"displays":[{"id":"payer","state":"ok","detail":null,"width":null,"height":null,"pixel_um":null,
                    "code":null,"scan":null,"glass":"not_compared","warnings":[]}]}
                    """#)
            ],
        ])
        defer { daemon.stop() }
        let client = try Wire.client(daemon)

        let displays = try await client.displays()
        let tested = try await client.testDisplay("payer")

        #expect(displays == [DisplayResource(id: "payer", state: "ok", glass: "not_compared")])
        #expect(tested == DisplayTestResource(display: "payer", result: "shown"))
        #expect(daemon.requests.map(\.route) == ["GET /v1/displays", "POST /v1/displays/payer/test"])
    }
}
