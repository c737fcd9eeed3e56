// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// One row of the API: method, pattern and what answers.
struct APIRoute: Sendable {
    let method: HTTPRequest.Method
    /// Such as `/v1/orders/:id`.
    let pattern: String
    let answer: @Sendable (APICall) async throws -> APIAnswer
    /// Whether its answer may be one that goes on for as long as somebody reads it.
    var isLong = false
    private let parts: [Substring]
    private let hasID: Bool

    /// The part of a pattern that stands for an id.
    private static let id: Substring = ":id"

    init(
        method: HTTPRequest.Method, pattern: String, answer: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) {
        self.method = method
        self.pattern = pattern
        self.answer = answer
        parts = Self.parts(of: pattern)
        hasID = parts.contains(Self.id)
    }

    /// What it is called in tables and in keys: `POST /v1/orders/:id/cancel`.
    var name: String { "\(method.rawValue) \(pattern)" }

    static func get(
        _ pattern: String, _ answer: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute { APIRoute(method: .get, pattern: pattern, answer: answer) }

    static func post(
        _ pattern: String, _ answer: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute { APIRoute(method: .post, pattern: pattern, answer: answer) }

    /// What stands where the pattern has `:id`; nil if the path is not of the pattern.
    func match(_ path: String) -> String? { match(Self.parts(of: path)) }

    /// The same for a path that is taken apart already.
    func match(_ given: [Substring]) -> String? {
        guard parts.count == given.count else { return nil }
        var id = ""
        for (wanted, given) in zip(parts, given) {
            if wanted == Self.id { id = String(given) } else if wanted != given { return nil }
        }
        return hasID && id.isEmpty ? nil : id
    }

    /// The parts of a path, between its slashes; one that begins with a slash has an empty one first.
    static func parts(of path: String) -> [Substring] { path.split(separator: "/", omittingEmptySubsequences: false) }
}
