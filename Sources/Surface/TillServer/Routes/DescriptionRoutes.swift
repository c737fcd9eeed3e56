// SPDX-License-Identifier: Apache-2.0

import Signing

/// What the API is, for programs and for people. It is no secret, and needs no token.
struct DescriptionRoutes: Sendable {
    var all: [APIRoute] { [.get("/v1/openapi.yaml", description), .get("/v1/docs", page)] }

    /// What the page may load: its own style, known by its hash, and nothing else; it runs nothing.
    ///
    /// Source: Content Security Policy Level 3, section 2.3.1.
    static let policy: String = {
        let hash = Base64.encode(Digest.sha256(Array(APIPage.style.utf8)))
        return [
            "default-src 'none'", "style-src 'sha256-\(hash)'", "base-uri 'none'", "form-action 'none'",
            "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }()

    private func description(_ call: APICall) async throws -> APIAnswer {
        // Source: RFC 9512, section 2.1.
        APIAnswer(mediaType: "application/yaml", body: Array(APIText.yaml.utf8))
    }

    private func page(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(
            mediaType: "text/html; charset=utf-8", fields: [("Content-Security-Policy", Self.policy)],
            body: Array(APIPage.html.utf8))
    }
}
