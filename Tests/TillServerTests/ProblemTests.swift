// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `Refusals of the local API` {
    @Test(arguments: Refusal.all) func `say what is wrong and change nothing`(_ row: Refusal)
        async throws
    {
        try await Shop.open(.socket, row.surroundings) { shop in
            let (order, hold) = try await shop.order(row.stage)
            let head = try await shop.ledger.journalHead()

            let reply = try await shop.send(row.ask.named(order: order.id.text, hold: hold))

            let problem = try reply.problem()
            #expect(reply.mediaType == Problem.mediaType)
            #expect(problem.code == row.code, "\(problem.detail)")
            #expect(problem.field == row.field)
            #expect(reply.status == row.code.status)
            #expect(problem.status == row.code.status)
            #expect(problem.title == row.code.phrase)
            #expect(!problem.detail.isEmpty && !problem.detail.hasSuffix("."))
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `every code that can be reached by a request is in the table`() {
        let reached = Set(Refusal.all.map(\.code))

        // These have tests of their own.
        let others: Set<ProblemCode> = [
            .idempotencyInProgress, .idempotencyConflict, .unauthorized, .forbidden, .hostRefused,
            .originRefused, .tokenExists, .unavailable, .clockImplausible, .outOfOrder, .diskLow, .draining,
            .limitReached, .tooManyReaders, .targetRefused,
        ]
        #expect(reached.isDisjoint(with: others))
        #expect(reached.union(others) == Set(ProblemCode.allCases))
    }

    @Test func `an order has a limit of attempts`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.opened)
            for number in 2...Order.attemptsMax {
                let reply = try await shop.send(
                    .post("/v1/orders/\(order.id)/attempts", key: "key-\(number)"))
                #expect(reply.status == 200)
            }
            let head = try await shop.ledger.journalHead()

            let reply = try await shop.send(
                .post("/v1/orders/\(order.id)/attempts", key: "one-more"))

            #expect(try reply.problem().code == .limitReached)
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `a refusal names the order that it is about`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.paid)

            let reply = try await shop.send(.post("/v1/orders/\(order.id)/cancel"))

            #expect(try reply.problem().order == order.id.text)
        }
    }

    @Test func `a method that a path does not know gets all those that it does`() async throws {
        try await Shop.open { shop in
            let reply = try await shop.send(Ask(method: "DELETE", path: "/v1/orders"))

            // Source: RFC 9110, section 15.5.6.
            let allowed = reply.fields["allow"]?.split(separator: ",")
                .map { String($0.filter { $0 != " " }) }.sorted()
            #expect(allowed == ["GET", "HEAD", "OPTIONS", "POST"])
            let detail = try reply.problem().detail
            #expect(detail.contains("GET") && detail.contains("POST"))
        }
    }

    @Test func `a ledger that has ended takes nothing more`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            shop.ledger.end()

            let write = try await shop.send(.post("/v1/orders/\(order.id)/cancel"))
            let read = try await shop.send(.get("/v1/orders/\(order.id)"))

            #expect(try write.problem().code == .unavailable)
            #expect(write.status == 503)
            #expect(try read.order().status == .code)
        }
    }

    @Test func `what broke inside is not told to whoever asks`() async throws {
        try await Shop.open(.socket, Shop.Surroundings(isWell: false)) { shop in
            let reply = try await shop.send(.get("/v1/health"))

            #expect(reply.status == 500)
            #expect(!reply.text.contains("Broken"))
        }
    }
}
