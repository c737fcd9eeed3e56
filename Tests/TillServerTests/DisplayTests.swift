// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `Customer screens in the local API` {
    private static let display = DisplayResource(
        id: "payer", state: "ok", width: 800, height: 480, pixelMicrometres: 165,
        code: ShownCodeResource(
            modules: 29, modulePixels: 12, moduleMicrometres: 1980, quietModules: 4, distanceMillimetres: 742,
            farthestMillimetres: 990),
        scan: CodeScanResource(result: "matches", at: WireTime(milliseconds: 1_772_355_720_000), isSample: false),
        glass: "as_sent")

    @Test func `are told with how codes stand on them`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.displays = [Self.display]

        try await Shop.open(.socket, surroundings) { shop in
            let reply = try await shop.send(.get("/v1/displays"))

            #expect(reply.status == 200)
            #expect(try WireJSON.message(DisplayPage.self, from: reply.body) == DisplayPage(displays: [Self.display]))
        }
    }

    @Test func `show a test picture if they are known`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.displays = [Self.display]

        try await Shop.open(.socket, surroundings) { shop in
            let known = try await shop.send(.post("/v1/displays/payer/test", "{}"))
            let unknown = try await shop.send(.post("/v1/displays/back/test", "{}"))

            #expect(known.status == 200)
            #expect(
                try WireJSON.message(DisplayTestResource.self, from: known.body)
                    == DisplayTestResource(display: "payer", result: "shown"))
            #expect(unknown.status == 404)
            #expect(unknown.text.contains("there is no display \\\"back\\\": these are: payer"), "\(unknown.text)")
        }
    }

    @Test func `that showed another code are a hold that says so`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let attempt = try #require(order.attempts.first).reference
            _ = try await shop.ledger.record(
                .attempt(attempt, .displayDiffers(.otherCode("https://evil.example"))), about: order.id)

            let reply = try await shop.send(.get("/v1/holds"))

            let hold = try #require(try WireJSON.message(HoldPage.self, from: reply.body).holds.first)
            #expect(hold.about == "display_differs")
            #expect(hold.decisions == ["leave"])
            #expect(
                hold.detail.contains("a code that says \"https://evil.example\" in place of the code of \(attempt)"))
            let events = try await shop.send(.get("/v1/events")).events().events
            #expect(events.last?.entry == "recorded.display_differs")
        }
    }
}
