// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// How the terminal and its devices do.
struct HealthRoutes: Sendable {
    let health: @Sendable () async throws -> HealthResource

    var all: [APIRoute] { [.get("/v1/health", show), .get("/v1/devices", devices)] }

    private func show(_ call: APICall) async throws -> APIAnswer {
        try .message(try await health())
    }

    private func devices(_ call: APICall) async throws -> APIAnswer {
        let health = try await health()
        return try .message(DevicesResource(displays: health.displays, printers: health.printers))
    }
}
