// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// The printers: how they do, and what a person may have them do.
struct PrinterRoutes: Sendable {
    let printers: TillServer.Printers

    var all: [APIRoute] {
        [
            .get("/v1/printers", list), .post("/v1/printers/:id/test", test), .post("/v1/printers/:id/probe", probe),
        ]
    }

    private func list(_ call: APICall) async throws -> APIAnswer {
        try .message(PrinterPage(printers: try await printers.list()))
    }

    private func test(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        return try .message(try await printers.test(try await known(call.id)))
    }

    private func probe(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        return try .message(try await printers.probe(try await known(call.id)))
    }

    private func known(_ id: String) async throws -> String {
        let names = try await printers.list().map(\.id)
        guard names.contains(id) else {
            let known = names.isEmpty ? "none is configured" : "these are: \(names.joined(separator: ", "))"
            throw Problem(.noSuchDevice, "there is no printer \"\(id)\": \(known)")
        }
        return id
    }
}
