// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// How the terminal and its devices do.
struct HealthRoutes: Sendable {
    let server: TillServer

    var all: [APIRoute] { [.get("/v1/health", health), .get("/v1/devices", devices)] }

    private func health(_ call: APICall) async throws -> APIAnswer {
        try .message(try await server.surroundings.health())
    }

    private func devices(_ call: APICall) async throws -> APIAnswer {
        let health = try await server.surroundings.health()
        return try .message(DevicesResource(displays: health.displays, printers: health.printers))
    }
}
