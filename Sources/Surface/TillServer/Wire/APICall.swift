// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import TillAPI
import TillStore

/// One request to the local API, read and checked as far as all routes need it.
struct APICall: Sendable {
    /// The method and the route's pattern, such as `POST /v1/orders/:id/cancel`.
    let route: String
    /// What stands where the pattern has `:id`; empty if it has none.
    let id: String
    /// The query's members.
    let query: [String: String]
    /// The body.
    let body: [UInt8]
    /// The `Idempotency-Key`, if one came.
    let key: String?
    /// Who asks, for the journal.
    let by: String
    /// The fields of the request.
    var fields = HTTPFields()
    /// Whether whoever asks may still have an answer, for one that takes long.
    var isStanding: @Sendable () -> Bool = { true }

    /// Whether a media type is asked for by its name, which no browser's address line does.
    func accepts(_ mediaType: String) -> Bool {
        (fields[.accept] ?? "").lowercased().split(separator: ",").contains { range in
            range.split(separator: ";").first?.filter { $0 != " " } == mediaType
        }
    }

    /// Reads the body as a message.
    ///
    /// - Throws: a `Problem` that names the field.
    func message<Message: RequestMessage>(_ type: Message.Type) throws -> Message {
        try RequestReader.read(type, from: body)
    }

    /// The idempotency key that a write must carry.
    ///
    /// - Throws: a `Problem` if there is none, or it is not a key.
    func idempotencyKey() throws -> TillStore.IdempotencyKey {
        guard let key else {
            throw Problem(
                .idempotencyKeyMissing,
                "send an \(TillAPI.IdempotencyKey.header) header with a name of your own for this request",
                field: TillAPI.IdempotencyKey.header)
        }
        let checked = try TillAPI.IdempotencyKey(key)
        // The id is part of what is asked for: one key cannot cancel two orders.
        return TillStore.IdempotencyKey(
            route: id.isEmpty ? route : "\(route) \(id)", key: checked.description, body: body)
    }

    /// A number of the query, or its default.
    ///
    /// - Throws: a `Problem` that names the member if it is not a number of the range.
    func number(_ name: String, in range: ClosedRange<Int>, otherwise: Int) throws -> Int {
        guard let text = query[name] else { return otherwise }
        guard let number = Int(text), range.contains(number) else {
            throw Problem(
                .invalidValue, "write a whole number from \(range.lowerBound) to \(range.upperBound)",
                field: name)
        }
        return number
    }

    /// A text of the query, or nil.
    ///
    /// - Throws: a `Problem` that names the member if it breaks the rule.
    func text(_ name: String, _ rule: TextRule) throws -> String? {
        guard let text = query[name] else { return nil }
        try rule.check(text, at: name)
        return text
    }

    /// A word of the query, or nil.
    ///
    /// - Throws: a `Problem` that names the member if it is none of those known.
    func word(_ name: String, among known: [String]) throws -> String? {
        guard let text = query[name] else { return nil }
        guard known.contains(text) else {
            throw Problem(
                .invalidValue, "write \(known.joined(separator: " or "))", field: name)
        }
        return text
    }
}

/// An answer of the local API.
struct APIAnswer: Sendable {
    var status: HTTPResponse.Status = .ok
    /// The body's kind; nil if there is no body.
    var mediaType: String? = "application/json"
    var fields: [(String, String)] = []
    var body: [UInt8]
    /// Events as they come, in place of the body.
    var stream: EventStream?

    /// Events as they come.
    static func events(_ stream: EventStream) -> APIAnswer {
        // What stands in between must not collect them.
        APIAnswer(mediaType: EventStream.mediaType, fields: [("X-Accel-Buffering", "no")], body: [], stream: stream)
    }

    /// A message.
    static func message(
        _ message: some Encodable, status: HTTPResponse.Status = .ok, replayed: Bool = false
    ) throws -> APIAnswer {
        var answer = APIAnswer(status: status, body: try WireJSON.bytes(of: message))
        if replayed { answer.fields.append((TillAPI.IdempotencyKey.replayedHeader, "true")) }
        return answer
    }
}
