// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Calls about tokens on the wire` {
    @Test func `each call has the route that is agreed`() async throws {
        let token =
            #"{"name":"kiosk-2","roles":["sale"],"made_at":"2026-03-01T09:00:00.000Z","made_by":"socket","expires_at":null,"last_used_at":null}"#
        let daemon = try Wire.daemon([
            "POST /v1/tokens": [.json(#"{"secret":"till_AA","token":\#(token)}"#, status: 201)],
            "GET /v1/tokens": [.json(#"{"tokens":[\#(token)]}"#)],
            "POST /v1/tokens/kiosk-2/revoke": [.json(token)],
        ])
        defer { daemon.stop() }
        let client = try Wire.client(daemon)

        let made = try await client.makeToken(MakeTokenRequest(name: "kiosk-2", roles: [.sale]))
        let all = try await client.tokens()
        let revoked = try await client.revokeToken("kiosk-2")

        #expect(made.secret == "till_AA")
        #expect(all == [made.token])
        #expect(revoked == made.token)
        #expect(
            daemon.requests.map { "\($0.route) \($0.text)" } == [
                #"POST /v1/tokens {"name":"kiosk-2","roles":["sale"]}"#, "GET /v1/tokens ",
                "POST /v1/tokens/kiosk-2/revoke {}",
            ])
        #expect(daemon.requests.map { $0.fields["content-type"] } == ["application/json", nil, "application/json"])
    }
}
