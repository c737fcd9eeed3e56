// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@testable import TillServer

@Suite struct `Roles at every route` {
    /// Who asks: the token of the configuration, one made with a role, or nobody.
    enum Who: String, CaseIterable, Sendable { case sale, refund, report, admin, owner, nobody }

    /// The table once more, as people agreed on it: who may call what, besides `admin`.
    ///
    /// `-` is nobody else, `*` is whoever comes.
    static let agreed: [String: String] = [
        "POST /v1/orders": "sale", "GET /v1/orders": "sale refund report",
        "GET /v1/orders/:id": "sale refund report", "POST /v1/orders/:id/cancel": "sale",
        "POST /v1/orders/:id/attempts": "sale", "POST /v1/orders/:id/check": "sale refund report",
        "POST /v1/orders/:id/refunds": "refund", "POST /v1/orders/:id/reprint": "sale refund",
        "GET /v1/orders/:id/code": "sale", "GET /v1/orders/:id/receipt": "sale refund report",
        "GET /v1/orders/:id/explanation": "sale refund report", "GET /v1/orders/:id/evidence": "report",
        "GET /v1/holds": "sale refund report", "POST /v1/holds/:id/settle": "refund",
        "GET /v1/events": "sale refund report", "GET /v1/queue": "report", "POST /v1/queue/:id/hold": "-",
        "POST /v1/queue/:id/release": "-", "POST /v1/queue/flush": "-", "GET /v1/drain": "report",
        "POST /v1/drain": "-", "POST /v1/drain/end": "-", "GET /v1/journal/head": "report",
        "GET /v1/journal/verification": "report", "GET /v1/proofs": "report", "GET /v1/days/:id": "report",
        "POST /v1/days/:id/print": "report", "GET /v1/printers": "sale refund report",
        "POST /v1/printers/:id/test": "-", "POST /v1/printers/:id/probe": "-",
        "GET /v1/displays": "sale refund report", "POST /v1/displays/:id/test": "-",
        "GET /v1/devices": "sale refund report", "GET /v1/health": "sale refund report", "POST /v1/backups": "-",
        "GET /v1/webhooks": "report", "POST /v1/webhooks": "-", "GET /v1/webhooks/:id/deliveries": "report",
        "POST /v1/webhooks/:id/test": "-", "POST /v1/webhooks/:id/rotate": "-",
        "POST /v1/webhooks/:id/redeliver": "-", "POST /v1/webhooks/:id/remove": "-",
        "GET /v1/tokens": "-", "POST /v1/tokens": "-", "POST /v1/tokens/:id/revoke": "-",
        "GET /v1/openapi.yaml": "*", "GET /v1/docs": "*",
        "GET /healthz": "*", "GET /readyz": "*", "GET /metrics": "report",
    ]

    /// A ledger of its own for each of them: what one may do changes nothing for the next.
    @Test(arguments: Who.allCases) func `let those in who may, and nobody else`(_ who: Who) async throws {
        try await Shop.open(.port) { shop in
            let (order, _) = try await shop.order(.presented)
            let token = try await token(of: who, shop)
            for (name, roles) in Self.agreed.sorted(by: { $0.key < $1.key }) {
                // The bucket of requests fills by the ledger's clock.
                shop.clock.advance(milliseconds: 1000)
                let words = name.split(separator: " ").map(String.init)
                let path = words[1].replacing(":id", with: order.id.text)
                let ask = words[0] == "GET" ? Ask.get(path) : .post(path)

                let reply = try await shop.door.send(ask.showing(token))

                #expect(try verdict(of: reply) == expected(of: who, roles), "\(who) \(name) \(reply.text.prefix(200))")
            }
        }
    }

    private enum Verdict { case letIn, unknown, forbidden }

    private func verdict(of reply: Reply) throws -> Verdict {
        guard reply.status == 401 || reply.status == 403 else { return .letIn }
        return try reply.problem().code == .forbidden ? .forbidden : .unknown
    }

    private func expected(of who: Who, _ roles: String) -> Verdict {
        if roles == "*" { return .letIn }
        switch who {
        case .nobody: return .unknown
        case .owner, .admin: return .letIn
        case .sale, .refund, .report:
            return roles.split(separator: " ").contains { $0 == who.rawValue } ? .letIn : .forbidden
        }
    }

    private func token(of who: Who, _ shop: Shop) async throws -> String? {
        switch who {
        case .nobody: return nil
        case .owner: return Shop.token
        case .sale, .refund, .report, .admin:
            let reply = try await shop.send(
                .post("/v1/tokens", #"{"name":"\#(who.rawValue)","roles":["\#(who.rawValue)"]}"#))
            return try WireJSON.message(MadeTokenResource.self, from: reply.body).secret
        }
    }

    @Test func `are agreed for every route, and for no other`() async throws {
        let routes = try await routeNames()

        #expect(Set(Self.agreed.keys) == routes)
    }

    private func routeNames() async throws -> Set<String> {
        var names: Set<String> = []
        try await Shop.open { shop in names = Set(Shop.server(shop.ledger, Shop.Surroundings()).routes.map(\.name)) }
        return names
    }

    @Test func `leave a route that has no row to admin`() {
        let terms = RouteTable.terms(of: "POST /v1/new")

        #expect(terms.roles == [])
        #expect(throws: Problem.self) { try terms.check(Caller(name: "t", roles: [.sale, .refund, .report])) }
        #expect(throws: Never.self) { try terms.check(Caller(name: "t", roles: [.admin])) }
    }

    @Test func `say in a refusal what is needed and what there is`() async throws {
        try await Shop.open(.port) { shop in
            let reply = try await shop.send(.post("/v1/tokens", #"{"name":"till-2","roles":["report","sale"]}"#))
            let made = try WireJSON.message(MadeTokenResource.self, from: reply.body)
            let head = try await shop.ledger.journalHead()

            let refused = try await shop.door.send(.post("/v1/drain").showing(made.secret))

            #expect(
                try refused.problem().detail
                    == "this needs one of the roles admin, and token:till-2 has sale, report")
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `come before a body and a query are looked at`() async throws {
        try await Shop.open(.port) { shop in
            let reply = try await shop.send(.post("/v1/tokens", #"{"name":"reader","roles":["report"]}"#))
            let made = try WireJSON.message(MadeTokenResource.self, from: reply.body)

            let refused = try await shop.door.send(.post("/v1/orders?what=1", "{").showing(made.secret))

            #expect(try refused.problem().code == .forbidden)
        }
    }
}
