// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI

@Suite struct `Backups over the local API` {
    private let backups = Shop.Surroundings(backupFolder: "/var/backups/tilld")

    @Test func `are made in the folder that the socket names`() async throws {
        try await Shop.open(.socket, backups) { shop in
            let named = try await shop.send(.post("/v1/backups", #"{"folder":"/media/stick"}"#))
            let bare = try await shop.send(.post("/v1/backups", ""))

            #expect(named.status == 201)
            #expect(named.text.contains(#""file":"/media/stick/b.sqlite""#))
            #expect(bare.status == 201)
            #expect(bare.text.contains(#""file":"/var/backups/tilld/b.sqlite""#))
        }
    }

    @Test func `are made in the folder of the configuration only where a token asks`() async throws {
        try await Shop.open(.port, backups) { shop in
            let named = try await shop.send(.post("/v1/backups", #"{"folder":"/media/stick"}"#))
            let bare = try await shop.send(.post("/v1/backups", "{}"))

            #expect(named.status == 422)
            #expect(named.text.contains(#""field":"folder""#))
            #expect(bare.status == 201)
        }
    }

    @Test(arguments: [
        (#"{"folder":"media"}"#, 422), (#"{"folder":""}"#, 422), (#"{"folder":5}"#, 400),
        (#"{"place":"/media"}"#, 400),
    ])
    func `are refused by name`(body: String, status: Int) async throws {
        try await Shop.open(.socket, backups) { shop in
            let reply = try await shop.send(.post("/v1/backups", body))

            #expect(reply.status == status)
        }
    }

    @Test func `are not made where nobody makes them`() async throws {
        try await Shop.open(.socket) { shop in
            let reply = try await shop.send(.post("/v1/backups", "{}"))

            #expect(reply.status == 503)
        }
    }
}
