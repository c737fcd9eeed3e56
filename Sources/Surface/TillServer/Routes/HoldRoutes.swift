// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

/// What a person has to look at.
struct HoldRoutes: Sendable {
    let server: TillServer

    var all: [APIRoute] {
        [.get("/v1/holds", list), .post("/v1/holds/:id/settle", settle)]
    }

    private func list(_ call: APICall) async throws -> APIAnswer {
        let matters = try await server.ledger.openHolds()
        return try .message(
            HoldPage(holds: matters.map { HoldResource($0.hold, order: $0.order) }))
    }

    private func settle(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let request = try call.message(SettleHoldRequest.self)
        guard let decision = HoldDecision(rawValue: request.decision) else {
            let known = HoldDecision.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                .decisionDoesNotFit, "\"\(request.decision)\" is no decision: these are: \(known)",
                field: "decision")
        }
        let matter = try await server.ledger.settle(
            HoldID(call.id), decision, note: request.note, key: key, by: call.by)
        return try .message(
            SettledHold(hold: HoldResource(matter.hold, order: matter.order)),
            replayed: matter.isReplay)
    }
}
