// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import TillAPI

/// The tokens of programs: making, seeing and revoking them.
struct TokenRoutes: Sendable {
    let tokens: TokenBook?

    var all: [APIRoute] {
        [
            .get("/v1/tokens", list), .post("/v1/tokens", make), .post("/v1/tokens/:id/revoke", revoke),
        ]
    }

    private func list(_ call: APICall) async throws -> APIAnswer {
        try .message(TokenPage(tokens: try book().resources))
    }

    /// The name makes it happen once: a second one of the same name is refused.
    private func make(_ call: APICall) async throws -> APIAnswer {
        let request = try call.message(MakeTokenRequest.self)
        return try .message(try book().make(request, by: call.by), status: .created)
    }

    private func revoke(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        return try .message(try book().revoke(call.id, by: call.by))
    }

    private func book() throws -> TokenBook {
        guard let tokens else { throw Problem(.unavailable, "this daemon keeps no tokens") }
        return tokens
    }
}
