// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// The customer screens: how codes stand on them, and a picture to look at.
struct DisplayRoutes: Sendable {
    let displays: TillServer.Displays

    var all: [APIRoute] { [.get("/v1/displays", list), .post("/v1/displays/:id/test", test)] }

    private func list(_ call: APICall) async throws -> APIAnswer {
        try .message(DisplayPage(displays: try await displays.list()))
    }

    private func test(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        let names = try await displays.list().map(\.id)
        guard names.contains(call.id) else {
            let known = names.isEmpty ? "none is configured" : "these are: \(names.joined(separator: ", "))"
            throw Problem(.noSuchDevice, "there is no display \"\(call.id)\": \(known)")
        }
        return try .message(try await displays.test(call.id))
    }
}
