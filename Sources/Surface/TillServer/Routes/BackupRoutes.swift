// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import TillAPI

/// Backups of the ledger.
struct BackupRoutes: Sendable {
    let server: TillServer

    var all: [APIRoute] { [.post("/v1/backups", backup)] }

    private func backup(_ call: APICall) async throws -> APIAnswer {
        let folder = try call.message(BackupRequest.self).folder
        if let folder {
            // A page or a program with a token may not choose where the daemon writes.
            guard call.by == Caller.socketName else {
                throw Problem(
                    .invalidValue, "a folder can be named over the Unix socket only: leave it out",
                    field: "folder")
            }
            guard folder.hasPrefix("/") else {
                throw Problem(
                    .invalidValue, "\"\(folder)\" is not an absolute path: begin it with /",
                    field: "folder")
            }
        }
        return try .message(try await server.surroundings.backup(folder), status: .created)
    }
}
