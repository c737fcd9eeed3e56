// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// One row of the API: method, pattern and what answers.
struct APIRoute: Sendable {
    let method: HTTPRequest.Method
    /// Such as `/v1/orders/:id`.
    let pattern: String
    let answer: @Sendable (APICall) async throws -> APIAnswer

    /// What it is called in tables and in keys: `POST /v1/orders/:id/cancel`.
    var name: String { "\(method.rawValue) \(pattern)" }

    static func get(
        _ pattern: String, _ answer: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute { APIRoute(method: .get, pattern: pattern, answer: answer) }

    static func post(
        _ pattern: String, _ answer: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute { APIRoute(method: .post, pattern: pattern, answer: answer) }

    /// What stands where the pattern has `:id`; nil if the path is not of the pattern.
    func match(_ path: String) -> String? {
        let wanted = pattern.split(separator: "/", omittingEmptySubsequences: false)
        let given = path.split(separator: "/", omittingEmptySubsequences: false)
        guard wanted.count == given.count else { return nil }
        var id = ""
        for (wanted, given) in zip(wanted, given) {
            if wanted == ":id" { id = String(given) } else if wanted != given { return nil }
        }
        return pattern.contains(":id") && id.isEmpty ? nil : id
    }
}
