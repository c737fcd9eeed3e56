// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

/// Bringing the terminal to rest: no new sales, and what is owed to its end.
struct DrainRoutes: Sendable {
    let server: TillServer

    /// The longest that a request waits for the end, in seconds.
    static let waitMax = 60

    var all: [APIRoute] {
        [.get("/v1/drain", show), .post("/v1/drain", begin), .post("/v1/drain/end", end)]
    }

    private func show(_ call: APICall) async throws -> APIAnswer {
        let wait = try call.number("wait", in: 0...Self.waitMax, otherwise: 0)
        let rested = try await server.ledger.first(within: .seconds(wait)) {
            let drain = try await resource()
            return drain.state == .draining ? nil : drain
        }
        if let rested { return try .message(rested) }
        return try .message(try await resource())
    }

    private func begin(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let request = try call.message(DrainRequest.self)
        let isReplay = try await server.ledger.beginDraining(
            why: request.why, by: call.steerer(request.by), key: key)
        return try .message(try await resource(), replayed: isReplay)
    }

    private func end(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let request = try call.message(EndDrainRequest.self)
        let isReplay = try await server.ledger.endDraining(
            by: call.steerer(request.by), key: key)
        return try .message(try await resource(), replayed: isReplay)
    }

    private func resource() async throws -> DrainResource {
        let draining = try await server.ledger.draining()
        let all = try await server.ledger.queue(QueueFilter(), limit: .max)
        let owed = server.resources(
            of: try await server.ledger.queue(QueueFilter(isOwedOnly: true), limit: .max))
        let stuck = owed.filter(\.wait.needsPerson)
        let state: DrainState =
            if draining == nil {
                .open
            } else if owed.isEmpty {
                .drained
            } else {
                Self.goesOn(owed) ? .draining : .stuck
            }
        return DrainResource(
            state: state, by: draining?.person, since: draining.map { WireTime($0.since) },
            why: draining?.why, owed: owed.count, orders: Set(owed.map(\.order)).count,
            stuck: stuck.count, watched: max(0, all.count - owed.count),
            oldest: stuck.first ?? owed.first)
    }

    /// Whether anything may still come to its end by itself.
    ///
    /// A deadline leads on only where no more than single rows are held: what follows it is held with
    /// the order or the lane, and without an account nobody closes anything.
    private static func goesOn(_ owed: [QueueRowResource]) -> Bool {
        let stuck = Set(
            owed.filter { $0.wait.needsPerson && !($0.wait == .held && $0.held?.scope == "row") }
                .map(\.order))
        return owed.contains { row in
            !row.wait.needsPerson && !(row.what == .deadline && stuck.contains(row.order))
        }
    }
}
