// SPDX-License-Identifier: Apache-2.0

import Foundation
import Meters
import Synchronization
import Testing
import TillAPI
import TillCore
import TillTesting

@testable import TillServer
@testable import TillStore

@Suite(.timeLimit(.minutes(1))) struct `Probes and figures` {
    private static let sale = #"{"amount":{"value":1250,"currency":"CNY"}}"#

    /// A clock by which every sleep is over at once.
    private struct Hurried: Clock {
        typealias Instant = ContinuousClock.Instant
        var now: Instant { ContinuousClock().now }
        var minimumResolution: Duration { .zero }
        func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
    }

    @Test(arguments: ["/healthz", "/readyz"]) func `are answered to whoever asks, with nothing to keep`(
        _ path: String
    ) async throws {
        try await Shop.open(.port) { shop in
            let reply = try await shop.door.send(.get(path).showing(nil))

            #expect(reply.status == 200)
            #expect(reply.mediaType == "text/plain; charset=utf-8")
            #expect(reply.text == "ok\n")
            #expect(reply.fields["cache-control"] == "no-store")
        }
    }

    @Test func `are not answered to a page of another origin`() async throws {
        try await Shop.open(.port) { shop in
            var foreign = Ask.get("/metrics").showing(Shop.token)
            foreign.host = "evil.example:\(Shop.knownPort)"
            var page = Ask.get("/healthz").showing(nil)
            page.fields.append(("Origin", "https://evil.example"))

            let refused = [try await shop.door.send(foreign).status, try await shop.door.send(page).status]

            #expect(refused == [421, 403])
        }
    }

    @Test func `are never refused for being asked too often, as others are`() async throws {
        try await Shop.open(.port) { shop in
            var statuses: [Int] = []
            var others: [Int] = []
            // The bucket of requests is full at the start, and the clock stands still.
            for _ in 0..<130 { others.append(try await shop.door.send(.get("/v1/holds").showing(Shop.token)).status) }
            for path in ["/healthz", "/readyz"] {
                statuses.append(try await shop.door.send(.get(path).showing(nil)).status)
            }

            #expect(others.contains(503))
            #expect(statuses == [200, 200])
        }
    }

    @Test func `live where there is no sale, and say by a word what stands in its way`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.gate = SaleGate([
            { SaleRefusal(.disk, "/srv/secret has 3 MiB left") }, { SaleRefusal(.clock, "it is 1970") },
        ])
        surroundings.doors = Doors(expecting: 2)
        try await Shop.open(.port, surroundings) { shop in
            let ready = try await shop.door.send(.get("/readyz").showing(nil))
            let alive = try await shop.door.send(.get("/healthz").showing(nil))

            #expect(ready.status == 503)
            let problem = try ready.problem()
            #expect(problem.code == .unavailable)
            #expect(problem.detail == "no sale can be opened: starting, disk_low, clock_implausible")
            #expect(!ready.text.contains("secret"))
            #expect(alive.status == 200)
        }
    }

    @Test func `say that it starts only until all doors are open`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.doors = Doors(expecting: 1)
        try await Shop.open(.port, surroundings) { shop in
            await surroundings.doors?.allOpen()

            let reply = try await shop.door.send(.get("/readyz").showing(nil))

            #expect(reply.status == 200)
        }
    }

    @Test func `say that as many sales are open as may be, and when there is room again`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.openOrdersMax = 1
        try await Shop.open(.socket, surroundings) { shop in
            let opened = try await shop.send(.post("/v1/orders", Self.sale)).order()
            let order = try await shop.ledger.order(OrderID(opened.id))
            let full = try await shop.send(.get("/readyz"))
            for fact in [AttemptFact.asking, .outcome(.refused(reason: "no"), .query)] {
                try await shop.ledger.record(.attempt(order.attempts[0].reference, fact), about: order.id)
            }
            let same = try await shop.send(.get("/readyz"))
            shop.clock.advance(milliseconds: 1000)
            let free = try await shop.send(.get("/readyz"))

            #expect(try full.problem().detail == "no sale can be opened: too_many_open_orders")
            // What was found a moment ago is not looked for again.
            #expect(same.status == 503)
            #expect(free.status == 200)
        }
    }

    @Test func `say that the terminal is drained`() async throws {
        try await Shop.open { shop in
            _ = try await shop.send(.post("/v1/drain", #"{"why":"repair","by":"anna"}"#))
            let reply = try await shop.send(.get("/readyz"))

            #expect(try reply.problem().detail == "no sale can be opened: draining")
        }
    }

    @Test func `say that the ledger does not answer, and wait for it no longer`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.patienceClock = Hurried()
        try await Shop.open(.socket, surroundings) { shop in
            let server = Shop.server(shop.ledger, surroundings)
            let gate = DispatchSemaphore(value: 0)
            let (begun, word) = AsyncStream.makeStream(of: Void.self)
            // A disk that hangs, as far as whoever asks can tell.
            async let hung: Void = shop.ledger.read { _ in
                word.finish()
                gate.wait()
            }
            for await _ in begun {}

            let obstacles = await server.obstacles()
            gate.signal()
            try await hung

            #expect(obstacles == [.ledgerSlow])
        }
    }

    @Test func `give figures as they come, to those who may read them`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.metrics = { figures in
            "# \(figures.obstacles.map(\.rawValue)) \(figures.readers) \(figures.readersMax)\n"
        }
        surroundings.readers = 9
        try await Shop.open(.port, surroundings) { shop in
            let reply = try await shop.door.send(.get("/metrics").showing(Shop.token))
            let nobody = try await shop.door.send(.get("/metrics").showing(nil))

            #expect(reply.status == 200)
            #expect(reply.mediaType == "text/plain; version=0.0.4; charset=utf-8")
            #expect(reply.text == "# [] 0 9\n")
            #expect(nobody.status == 401)
        }
    }

    @Test func `give figures to everybody where the configuration says so, and nothing else`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.metrics = { _ in "# figures\n" }
        surroundings.opensMetrics = true
        try await Shop.open(.port, surroundings) { shop in
            let figures = try await shop.door.send(.get("/metrics").showing(nil))
            let health = try await shop.door.send(.get("/v1/health").showing(nil))
            let wrong = try await shop.door.send(.get("/metrics").showing("\(Shop.token)x"))

            #expect(figures.text == "# figures\n")
            #expect(health.status == 401)
            #expect(wrong.status == 401)
        }
    }

    @Test func `are put together once a second, however many ask`() async throws {
        let made = Mutex(0)
        var surroundings = Shop.Surroundings()
        surroundings.metrics = { _ in
            let number = made.withLock { made in
                made += 1
                return made
            }
            return "# \(number)\n"
        }
        try await Shop.open(.socket, surroundings) { shop in
            let first = try await shop.send(.get("/metrics")).text
            let second = try await shop.send(.get("/metrics")).text
            shop.clock.advance(milliseconds: 1000)
            let third = try await shop.send(.get("/metrics")).text

            #expect([first, second, third] == ["# 1\n", "# 1\n", "# 2\n"])
        }
    }

    @Test func `count requests by route and status, and no path that somebody made up`() async throws {
        try await Shop.open(.port) { shop in
            _ = try await shop.door.send(.get("/v1/holds").showing(Shop.token))
            _ = try await shop.door.send(.get("/v1/holds").showing(nil))
            _ = try await shop.door.send(.get("/v1/orders/01J0NOBODY").showing(Shop.token))
            _ = try await shop.door.send(.get("/made/up").showing(Shop.token))
            var page = MetricPage()

            shop.ledger.meters.tell(&page)

            let lines = page.text.split(separator: "\n").filter { $0.hasPrefix("tilld_api_requests_total{") }
            #expect(
                lines == [
                    #"tilld_api_requests_total{route="GET /v1/holds",code="200"} 1"#,
                    #"tilld_api_requests_total{route="GET /v1/holds",code="401"} 1"#,
                    #"tilld_api_requests_total{route="GET /v1/orders/:id",code="404"} 1"#,
                    #"tilld_api_requests_total{route="none",code="404"} 1"#,
                ])
        }
    }

    @Test func `count how long sales take to be opened, and no repetition`() async throws {
        try await Shop.open { shop in
            _ = try await shop.send(.post("/v1/orders", Self.sale))
            _ = try await shop.send(.post("/v1/orders", Self.sale))
            var page = MetricPage()

            shop.ledger.meters.tell(&page)

            #expect(page.text.contains("\ntilld_order_open_duration_seconds_count 1\n"))
        }
    }
}
