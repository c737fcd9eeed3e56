// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// How codes stand on the customer screens.
struct DisplayRoutes: Sendable {
    let displays: @Sendable () async throws -> [DisplayResource]

    var all: [APIRoute] { [.get("/v1/displays", list)] }

    private func list(_ call: APICall) async throws -> APIAnswer {
        try .message(DisplayPage(displays: try await displays()))
    }
}
