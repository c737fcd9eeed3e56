// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing
import TillAPI
import TillCore
import TillStore

@testable import TillServer

@Suite struct `Users of the socket` {
    private func surroundings(_ rules: [PeerRules.Rule], owners: Set<UInt32> = []) -> Shop.Surroundings {
        var surroundings = Shop.Surroundings()
        surroundings.peers = PeerRules(rules, owners: owners)
        return surroundings
    }

    private static let sale = #"{"amount":{"value":1,"currency":"CNY"}}"#

    @Test func `may do what the rules say of them`() async throws {
        let rules = [PeerRules.Rule(users: [getuid()], groups: [], roles: [.report])]
        try await Shop.open(.socket, surroundings(rules)) { shop in
            let read = try await shop.send(.get("/v1/queue"))
            let write = try await shop.send(.post("/v1/orders", Self.sale))

            #expect(read.status == 200)
            #expect(write.status == 403)
            #expect(try write.problem().code == .forbidden)
            #expect(try write.problem().detail == "this needs one of the roles sale, admin, and socket has report")
        }
    }

    @Test func `may do what the rules say of their group`() async throws {
        let rules = [PeerRules.Rule(users: [], groups: [getgid()], roles: [.sale])]
        try await Shop.open(.socket, surroundings(rules)) { shop in
            let write = try await shop.send(.post("/v1/orders", Self.sale))
            let read = try await shop.send(.get("/v1/queue"))

            #expect(write.status == 201)
            #expect(read.status == 403)
            #expect(try await shop.ledger.journal(after: 0, limit: 9).last?.by == "socket")
        }
    }

    @Test func `may do nothing if nobody names them, but read what is no secret`() async throws {
        let rules = [PeerRules.Rule(users: [getuid() + 1], groups: [getgid() + 1], roles: [.admin])]
        try await Shop.open(.socket, surroundings(rules)) { shop in
            let read = try await shop.send(.get("/v1/health"))
            let page = try await shop.send(.get("/v1/docs"))

            #expect(read.status == 403)
            #expect(try read.problem().detail.hasSuffix("socket has none"))
            #expect(page.status == 200)
        }
    }

    @Test func `may do everything if the ledger is theirs`() async throws {
        try await Shop.open(.socket, surroundings([], owners: [getuid()])) { shop in
            let reply = try await shop.send(.get("/v1/tokens"))

            #expect(reply.status == 200)
        }
    }

    @Test func `may do all that each of their rules says`() {
        let rules = PeerRules(
            [
                PeerRules.Rule(users: [1000], groups: [], roles: [.sale]),
                PeerRules.Rule(users: [], groups: [50], roles: [.refund]),
                PeerRules.Rule(users: [1001], groups: [51], roles: [.admin]),
            ], owners: [0])

        #expect(rules.roles(of: Peer(user: 1000, group: 50)) == [.sale, .refund])
        #expect(rules.roles(of: Peer(user: 1000, group: 1)) == [.sale])
        #expect(rules.roles(of: Peer(user: 5, group: 50)) == [.refund])
        #expect(rules.roles(of: Peer(user: 0, group: 9)) == [.admin])
        #expect(rules.roles(of: Peer(user: 50, group: 1000)) == [])
        #expect(rules.roles(of: nil) == [])
        #expect(PeerRules.open.roles(of: nil) == [.admin])
    }

    @Test func `are laid out as the kernel has them`() {
        #expect(MemoryLayout<Peer>.size == 12)
        #expect(MemoryLayout<Peer>.alignment == 4)
    }
}
