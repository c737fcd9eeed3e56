// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

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

    /// Whether it only asks.
    var isQuery: Bool { method == .get }

    /// A question.
    static func get(_ path: String) -> OpenPayCall {
        OpenPayCall(method: .get, path: path, idempotencyKey: nil, body: [])
    }

    /// A request to do something.
    static func post(_ path: String, key: String, body: [UInt8]) -> OpenPayCall {
        OpenPayCall(method: .post, path: path, idempotencyKey: key, body: body)
    }
}
