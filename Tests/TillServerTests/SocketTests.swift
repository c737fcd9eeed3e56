// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Glibc
import Testing
import TillCore
import TillServer
import TillStore
import TillTesting

@Suite struct `The socket's file` {
    private func open(
        _ path: String, group: String? = nil, _ test: (Door) async throws -> Void
    ) async throws {
        let clock = WorldClock(seed: 1)
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test", clocks: clock.clocks, onFault: { _ in })
        let watch = LogWatch()
        let listener = APIListener(
            server: Shop.server(ledger, Shop.Surroundings()),
            address: .socket(path: path, group: group), access: .socket, logger: watch.logger)
        try await Listening.run(listener, watch) { _ in
            try await test(try await Listening.door(path, watch))
        }
    }

    private func status(_ path: String) -> stat {
        var status = stat()
        lstat(path, &status)
        return status
    }

    @Test func `is for its user and its group alone`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "api.sock").path

        try await open(path) { _ in
            let status = status(path)

            #expect(status.st_mode & S_IFMT == S_IFSOCK)
            #expect(status.st_mode & 0o777 == 0o660)
        }
    }

    @Test func `belongs to the group that is configured`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "api.sock").path
        let own = try #require(getgrgid(getgid()))

        try await open(path, group: String(cString: own.pointee.gr_name)) { door in
            let reply = try await door.send(.get("/v1/holds"))

            #expect(status(path).st_gid == getgid())
            #expect(reply.status == 200)
        }
    }

    @Test func `replaces one that a daemon left when it died`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "api.sock").path
        let script = "import socket,sys;s=socket.socket(socket.AF_UNIX);s.bind(sys.argv[1])"
        _ = try await BlockingThread.run { try ForeignTool.run("python3", ["-c", script, path]) }
        #expect(status(path).st_mode & S_IFMT == S_IFSOCK)

        try await open(path) { door in
            let reply = try await door.send(.get("/v1/holds"))

            #expect(reply.status == 200)
        }
    }

    @Test func `can be spoken to with curl`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "api.sock").path

        try await open(path) { _ in
            let words = [
                "--silent", "--max-time", "60", "--unix-socket", path, "--header",
                "Idempotency-Key: a", "--header", "Content-Type: application/json", "--data",
                #"{"amount":{"value":1,"currency":"CNY"}}"#,
                "--write-out", " %{http_code} %{content_type}", "http://localhost/v1/orders",
            ]
            let output = try await BlockingThread.run { try ForeignTool.run("curl", words) }

            #expect(String(decoding: output, as: UTF8.self).hasSuffix(" 201 application/json"))
        }
    }
}
