// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

/// The journal as events, by long poll from one cursor.
struct EventRoutes: Sendable {
    let server: TillServer

    /// Events that one answer holds.
    static let pageMax = 200
    /// The longest that a poll waits, in seconds.
    static let waitMax = 60

    var all: [APIRoute] { [.get("/v1/events", page)] }

    private func page(_ call: APICall) async throws -> APIAnswer {
        let wait = try call.number("wait", in: 0...Self.waitMax, otherwise: 0)
        let order = try call.text("order", .identifier).map { OrderID($0) }
        let head = try await server.ledger.journalHead()
        guard let seq = try cursor(call.query["after"], head: head) else {
            let reset = EventResource(
                id: eventID(head), type: "reset", at: WireTime(server.ledger.time.now))
            return try .message(EventPage(events: [reset], last: eventID(head)))
        }
        let rows = try await server.ledger.rows(
            after: seq, about: order, limit: Self.pageMax, within: .seconds(wait))
        let events = rows.map { row in
            EventResource(
                id: eventID(row.seq), type: row.order == nil ? "terminal.noted" : "order.changed",
                order: row.order?.text, at: WireTime(row.wall), entry: row.entry.name,
                status: row.status.map { TillAPI.OrderStatus(rawValue: $0) })
        }
        return try .message(EventPage(events: events, last: eventID(rows.last?.seq ?? seq)))
    }

    private func eventID(_ seq: Int64) -> String { "\(server.ledger.epoch)-\(seq)" }

    /// The row after which to go on; nil if the cursor is not of this ledger's life.
    private func cursor(_ text: String?, head: Int64) throws -> Int64? {
        guard let text else { return 0 }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[1]), seq >= 0 else {
            throw Problem(
                .invalidValue, "write an event's id, such as \(eventID(42))", field: "after")
        }
        return parts[0] == server.ledger.epoch && seq <= head ? seq : nil
    }
}
