// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import TillAPI
import TillCore
import TillStore

/// The journal as events, by long poll or as a stream, from one cursor.
struct EventRoutes: Sendable {
    let server: TillServer

    /// Events that one answer holds.
    static let pageMax = 200
    /// The longest that a poll waits, in seconds.
    static let waitMax = 60

    var all: [APIRoute] {
        var route = APIRoute.get("/v1/events", events)
        route.isLong = true
        return [route]
    }

    private func events(_ call: APICall) async throws -> APIAnswer {
        let order = try call.text("order", .identifier).map { OrderID($0) }
        let head = try await server.ledger.journalHead()
        guard call.accepts(EventStream.mediaType) else { return try await page(call, order, head) }
        // Of the two, the header is the newer one: a browser repeats the address as it was first.
        let cursor = try cursor(call.fields[.lastEventID] ?? call.query["after"], head: head)
        guard let place = server.readers.join() else { throw tooMany }
        var greeting = EventStream.comeBack
        if cursor == nil { greeting += try EventNews.text(of: reset(head)) }
        return .events(
            EventStream(
                ledger: server.ledger, order: order, greeting: greeting, start: cursor ?? head, place: place,
                isStanding: call.isStanding))
    }

    private func page(_ call: APICall, _ order: OrderID?, _ head: Int64) async throws -> APIAnswer {
        let wait = try call.number("wait", in: 0...Self.waitMax, otherwise: 0)
        guard let seq = try cursor(call.query["after"], head: head) else {
            return try .message(EventPage(events: [reset(head)], last: eventID(head)))
        }
        if wait > 0 { guard server.readers.beginPoll() else { throw tooMany } }
        defer { if wait > 0 { server.readers.endPoll() } }
        let events = try await server.ledger.events(
            after: seq, about: order, limit: Self.pageMax, within: .seconds(wait))
        return try .message(
            EventPage(
                events: events.map { EventResource($0, epoch: server.ledger.epoch) },
                last: eventID(events.last?.row.seq ?? seq)))
    }

    private var tooMany: Problem {
        Problem(
            .tooManyReaders,
            "\(server.readers.limit) read events already, which is the limit: end one of them, or come back later")
    }

    private func reset(_ head: Int64) -> EventResource {
        EventResource(id: eventID(head), type: EventType.reset.rawValue, at: WireTime(server.ledger.time.now))
    }

    private func eventID(_ seq: Int64) -> String { "\(server.ledger.epoch)-\(seq)" }

    /// The row after which to go on; nil if the cursor is not of this ledger's life.
    private func cursor(_ text: String?, head: Int64) throws -> Int64? {
        guard let text, text != "first" else { return 0 }
        if text == "last" { return head }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[1]), seq >= 0 else {
            throw Problem(
                .invalidValue, "write an event's id, such as \(eventID(42)), or first or last", field: "after")
        }
        return parts[0] == server.ledger.epoch && seq <= head ? seq : nil
    }
}

extension HTTPField.Name {
    /// `Last-Event-ID`. Source: HTML Living Standard, section 9.2.4.
    static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .ifMatch
}
