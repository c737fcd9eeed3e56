// SPDX-License-Identifier: Apache-2.0

import Evidence
import TillAPI
import TillCore
import TillStore

/// What happened to an order: in sentences, and as a signed file.
struct StoryRoutes: Sendable {
    let server: TillServer

    var all: [APIRoute] {
        [
            .get("/v1/orders/:id/explanation", explanation), .get("/v1/orders/:id/evidence", evidence),
        ]
    }

    private func explanation(_ call: APICall) async throws -> APIAnswer {
        let story = try await story(call)
        return try .message(
            ExplanationPage(
                order: story.order.id.text,
                explanation: StoryTeller(ledger: server.ledger).explanation(of: story)))
    }

    private func evidence(_ call: APICall) async throws -> APIAnswer {
        guard let seal = server.surroundings.seal else {
            throw Problem(.unavailable, "this terminal has no key to sign with: look at store.key_file")
        }
        let story = try await story(call)
        let file = try await StoryTeller(ledger: server.ledger).evidence(of: story, seal: seal)
        return APIAnswer(mediaType: EvidenceFile.mediaType, body: try file.bytes())
    }

    private func story(_ call: APICall) async throws -> OrderStory {
        do {
            return try await server.ledger.story(of: OrderID(call.id))
        } catch let error as StoryError {
            throw Problem(.tooLarge, "\(error)", order: call.id)
        }
    }
}
