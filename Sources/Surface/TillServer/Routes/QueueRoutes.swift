// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

/// The queue of work: what waits, why, and what a person does about it.
struct QueueRoutes: Sendable {
    let server: TillServer

    /// Rows that an answer to a change shows.
    static let shownMax = 100

    var all: [APIRoute] {
        [
            .get("/v1/queue", list), .post("/v1/queue/:id/hold", hold),
            .post("/v1/queue/:id/release", release), .post("/v1/queue/flush", flush),
        ]
    }

    private func list(_ call: APICall) async throws -> APIAnswer {
        let lane = try call.word("lane", among: Lane.allCases.map(\.rawValue))
        let held = try call.word("held", among: ["true", "false"])
        let after = try call.number("after", in: 0...Int.max, otherwise: 0)
        let limit = try call.number("limit", in: 1...500, otherwise: 100)
        let order = try call.text("order", .identifier).map { OrderID($0) }
        let filter = QueueFilter(
            lane: lane.flatMap { Lane(rawValue: $0) }, order: order,
            isHeld: held.map { $0 == "true" })
        return try .message(try await server.queuePage(filter, after: Int64(after), limit: limit))
    }

    private func hold(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let request = try call.message(HoldWorkRequest.self)
        let target = QueueTarget(call.id)
        let isReplay = try await server.ledger.hold(
            target, why: request.why, by: call.steerer(request.by), key: key)
        return try await answer(QueueFilter(target), isReplay)
    }

    private func release(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let request = try call.message(ReleaseWorkRequest.self)
        let target = QueueTarget(call.id)
        let isReplay = try await server.ledger.release(
            target, why: request.why, by: call.steerer(request.by), key: key)
        return try await answer(QueueFilter(target), isReplay)
    }

    private func flush(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let request = try call.message(FlushQueueRequest.self)
        let order = request.order.map { OrderID($0) }
        let isReplay = try await server.ledger.flush(
            order, by: call.steerer(request.by), key: key)
        return try await answer(QueueFilter(order: order), isReplay)
    }

    private func answer(_ filter: QueueFilter, _ isReplay: Bool) async throws -> APIAnswer {
        try .message(
            try await server.queuePage(filter, after: 0, limit: Self.shownMax), replayed: isReplay)
    }
}

extension QueueTarget {
    /// What a path means: a row's number, a lane's name, or else an order.
    init(_ text: String) {
        if let row = Int64(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            self = .row(row)
        } else if let lane = Lane(rawValue: text) {
            self = .lane(lane)
        } else {
            self = .order(OrderID(text))
        }
    }
}

extension APICall {
    /// Who steers the queue: as they call themselves, or else by their door.
    func steerer(_ person: String?) -> Steerer { Steerer(person: person ?? by, door: by) }
}

extension TillServer {
    /// A stretch of the queue, as people and programs see it.
    func queuePage(_ filter: QueueFilter, after row: Int64, limit: Int) async throws -> QueuePage {
        let rows = try await ledger.queue(filter, after: row, limit: limit)
        let standing = try await ledger.standingHolds()
        return QueuePage(
            rows: resources(of: rows), last: rows.last?.id ?? row,
            standing: standing.map { StandingHoldResource($0) })
    }

    /// Rows of the queue with the reasons why they wait.
    func resources(of rows: [QueueRow]) -> [QueueRowResource] {
        let now = ledger.time.now
        let sights = Lane.allCases.reduce(into: [Lane: QueueBoard.Sight]()) {
            $0[$1] = ledger.board.sight(of: $1)
        }
        return rows.map { row in
            let sight = sights[row.lane] ?? QueueBoard.Sight()
            return QueueRowResource(
                row, sight.standings[row.id], wait(of: row, sight, at: now), at: now)
        }
    }

    private func wait(of row: QueueRow, _ sight: QueueBoard.Sight, at now: Timestamp) -> QueueWait {
        row.wait(
            sight, accounts: Set(terms.accounts.map(\.id)),
            hasPrinter: terms.slips.receipt || terms.slips.code, at: now)
    }

    /// The work that people hold back, by order.
    func heldWork() async throws -> [String: [HeldWorkResource]] {
        let rows = try await ledger.queue(QueueFilter(isHeld: true), limit: 500)
        return rows.reduce(into: [:]) { held, row in
            guard let hold = row.hold else { return }
            held[row.order.text, default: []].append(HeldWorkResource(row.id, row.effect, hold))
        }
    }
}

extension HeldWorkResource {
    /// Held work as it is told.
    init(_ row: Int64, _ effect: Effect?, _ hold: QueueHold) {
        self.init(row: row, what: QueueWork(effect), held: QueueHoldResource(hold))
    }
}
