// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Calls without a proper answer` {
    @Test func `a socket that is not there means that the daemon is not running`() async throws {
        let path = Wire.freshPath()
        let clock = InstantClock()

        let error = await #expect(throws: ClientError.self) {
            try await TillClient(socket: path, clock: clock).openOrder(
                Wire.opening, key: IdempotencyKey("k"))
        }

        #expect(error == .daemonNotRunning(path))
        #expect(
            error?.description
                == "the daemon is not running: start it with \"systemctl start tilld\"")
        #expect(clock.sleeps.isEmpty)
    }

    @Test func `a socket that nobody listens at any more means the same`() async throws {
        let daemon = try Wire.daemon([:])
        daemon.stop()

        let error = await #expect(throws: ClientError.self) {
            try await Wire.client(daemon).health()
        }

        #expect(error == .daemonNotRunning(daemon.place))
    }

    @Test func `an address that nobody listens at is named`() async throws {
        let daemon = try ScriptedDaemon(at: .loopback, [:])
        daemon.stop()

        let error = await #expect(throws: ClientError.self) {
            try await TillClient(address: daemon.place, token: "t").health()
        }

        #expect(error == .daemonNotRunning(daemon.place))
        #expect(error?.description.contains(daemon.place) == true)
    }

    @Test(arguments: [
        ScriptedAnswer.reply(200, "<html>", type: "text/html"),
        .reply(200, "", type: "application/json"),
        .json(#"{"orders":1}"#), .reply(502, "bad gateway", type: "text/plain"),
        .json("{}", status: 500),
        .reply(302, "", type: "text/plain"),
    ])
    func `an answer of something else is not believed`(answer: ScriptedAnswer) async throws {
        let daemon = try Wire.daemon(["GET /v1/orders": [answer]])
        defer { daemon.stop() }

        let error = await #expect(throws: ClientError.self) {
            try await Wire.client(daemon).openOrders()
        }

        guard case .unreadable = error else {
            Issue.record("expected unreadable, got \(String(describing: error))")
            return
        }
        #expect(daemon.requests.count == 1)
    }
}
