// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Following a sale and the journal` {
    @Test func `each change is one element, and the final one is the last`() async throws {
        let daemon = try Wire.daemon([
            "GET /v1/orders/O1": [
                .json(Wire.order("opening", version: 1)), .json(Wire.order("code", version: 2)),
                .json(Wire.order("paid", version: 3)),
            ]
        ])
        defer { daemon.stop() }

        var seen: [String] = []
        for try await order in try Wire.client(daemon).changes(of: "O1") {
            seen.append(order.status.rawValue)
        }

        #expect(seen == ["opening", "code", "paid"])
        #expect(
            daemon.requests.map(\.query) == [
                "", "wait=change&version=1&timeout=25", "wait=change&version=2&timeout=25",
            ])
    }

    @Test func `a poll that brings nothing is followed by a rest, not by the next poll at once`()
        async throws
    {
        let daemon = try Wire.daemon([
            "GET /v1/orders/O1": [
                .json(Wire.order("code", version: 2)), .json(Wire.order("code", version: 2)),
                .json(Wire.order("code", version: 2)), .json(Wire.order("not_paid", version: 3)),
            ]
        ])
        defer { daemon.stop() }
        let clock = InstantClock()

        var seen: [String] = []
        for try await order in try Wire.client(daemon, clock).changes(of: "O1") {
            seen.append(order.status.rawValue)
        }

        #expect(seen == ["code", "not_paid"])
        #expect(clock.sleeps == [Patience.standard.rest, Patience.standard.rest])
    }

    @Test func `a sale that is over needs no question`() async throws {
        let daemon = try Wire.daemon([:])
        defer { daemon.stop() }
        let paid = try WireJSON.message(OrderResource.self, from: Array(Wire.order("paid").utf8))

        var seen = 0
        for try await _ in try Wire.client(daemon).changes(after: paid) { seen += 1 }

        #expect(seen == 0)
        #expect(daemon.requests.isEmpty)
    }

    @Test func `a daemon that restarts in between is waited for`() async throws {
        let path = Wire.freshPath()
        let box = DaemonBox()
        let first = try ScriptedDaemon(
            at: .socket(path),
            [
                "GET /v1/orders/O1": [
                    .json(Wire.order("code")), .after({ box.daemon?.stop() }, .hangUp),
                ]
            ])
        box.daemon = first
        let clock = RestartingClock {
            try ScriptedDaemon(
                at: .socket(path), ["GET /v1/orders/O1": [.json(Wire.order("paid", version: 2))]])
        }
        defer { clock.daemon?.stop() }
        let client = try TillClient(socket: path, clock: clock)

        var seen: [String] = []
        for try await order in client.changes(of: "O1") { seen.append(order.status.rawValue) }

        #expect(seen == ["code", "paid"])
    }

    @Test func `a sale that is not there ends the sequence with the daemon's words`() async throws {
        let daemon = try Wire.daemon([
            "GET /v1/orders/O1": [.problem(404, "no_such_order", "there is no order O1")]
        ])
        defer { daemon.stop() }
        let changes = try Wire.client(daemon).changes(of: "O1")

        let error = await #expect(throws: ClientError.self) {
            for try await _ in changes {}
        }

        #expect(error?.description == "there is no order O1")
    }

    @Test func `events arrive once each, across pages, and the next page starts after the last`()
        async throws
    {
        let daemon = try Wire.daemon([
            "GET /v1/events": [
                .json(#"{"events":[\#(Wire.event("e1-1")),\#(Wire.event("e1-2"))],"last":"e1-2"}"#),
                .json(#"{"events":[],"last":"e1-2"}"#),
                .json(#"{"events":[\#(Wire.event("e1-3"))],"last":"e1-3"}"#),
            ]
        ])
        defer { daemon.stop() }
        let clock = InstantClock()

        var seen: [String] = []
        for try await event in try Wire.client(daemon, clock).eventFeed(order: "O 1") {
            seen.append(event.id)
            if seen.count == 3 { break }
        }

        #expect(seen == ["e1-1", "e1-2", "e1-3"])
        #expect(
            daemon.requests.map(\.query) == [
                "order=O%201&wait=25", "after=e1-2&order=O%201&wait=25",
                "after=e1-2&order=O%201&wait=25",
            ])
        #expect(clock.sleeps == [Patience.standard.rest])
    }

    @Test func `who stops following is let go at once`() async throws {
        let (arrived, arrival) = AsyncStream.makeStream(of: Void.self)
        let daemon = try Wire.daemon(["GET /v1/orders/O1": [.after({ arrival.yield() }, .silence)]])
        defer { daemon.stop() }
        let client = try Wire.client(daemon)

        let outcome = await withTaskGroup(of: ClientError?.self) { group in
            group.addTask {
                do throws(ClientError) {
                    _ = try await client.order("O1")
                    return nil
                } catch {
                    return error
                }
            }
            for await _ in arrived { break }
            group.cancelAll()
            return await group.next() ?? nil
        }

        #expect(outcome == .stopped)
        #expect(daemon.requests.count == 1)
    }
}
