// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import TillCore

/// A request before it is signed: the same for each time that it is made.
struct OpenPayCall: Sendable, Hashable {
    /// Get or post.
    let method: HTTPRequest.Method
    /// The path below the gateway's, with the query.
    let path: String
    /// What makes a repetition one request with the first; nil for a question.
    let idempotencyKey: String?
    /// JSON; empty for none.
    let body: [UInt8]
    /// What a success may be, in the words of `Accept`.
    var accepts = "application/json"
    /// The longest success that is read, in bytes.
    var longestReply = OpenPayGateway.longestReply
    /// How long the reply may be on its way.
    var replyLimit = ReplyLimit.usual

    /// Whether it only asks.
    var isQuery: Bool { method == .get }

    /// A question.
    static func get(_ path: String) -> OpenPayCall {
        OpenPayCall(method: .get, path: path, idempotencyKey: nil, body: [])
    }

    /// The question for a day's statement, which may be long.
    static func statement(of day: CalendarDay) -> OpenPayCall {
        var call = get("/statements/\(day)")
        call.accepts = "text/csv"
        call.longestReply = StatementReader.longest
        call.replyLimit = ReplyLimit(bytes: StatementReader.longest, time: .seconds(120))
        return call
    }

    /// A request to do something.
    static func post(_ path: String, key: String, body: [UInt8]) -> OpenPayCall {
        OpenPayCall(method: .post, path: path, idempotencyKey: key, body: body)
    }
}
