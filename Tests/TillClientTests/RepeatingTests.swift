// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Writes whose answer is lost` {
    @Test func `a write is repeated under the same key until it is answered`() async throws {
        let daemon = try Wire.daemon([
            "POST /v1/orders": [.hangUp, .hangUp, .json(Wire.order("opening"), status: 201)]
        ])
        defer { daemon.stop() }
        let clock = InstantClock()

        let order = try await Wire.client(daemon, clock).openOrder(
            Wire.opening, key: IdempotencyKey("tea-1"))

        #expect(order.status == .opening)
        #expect(
            daemon.requests.map { $0.fields["idempotency-key"] } == ["tea-1", "tea-1", "tea-1"])
        #expect(Set(daemon.requests.map(\.body)).count == 1)
        #expect(clock.sleeps == Array(Patience.standard.pauses.prefix(2)))
    }

    @Test func `a write that is never answered ends in doubt and not in failure`() async throws {
        let daemon = try Wire.daemon(["POST /v1/orders/O1/refunds": [.hangUp]])
        defer { daemon.stop() }
        let clock = InstantClock()

        let error = await #expect(throws: ClientError.self) {
            try await Wire.client(daemon, clock).refundOrder("O1", key: IdempotencyKey("back-1"))
        }

        guard case .noAnswer = error else {
            Issue.record("expected noAnswer, got \(String(describing: error))")
            return
        }
        #expect(daemon.requests.count == Patience.standard.pauses.count + 1)
        #expect(error?.description.contains("look at the sale before doing it again") == true)
    }

    @Test func `a write whose daemon ended after reading it stays in doubt`() async throws {
        let path = Wire.freshPath()
        let box = DaemonBox()
        let daemon = try ScriptedDaemon(
            at: .socket(path), ["POST /v1/orders": [.after({ box.daemon?.stop() }, .hangUp)]])
        box.daemon = daemon

        let error = await #expect(throws: ClientError.self) {
            try await Wire.client(daemon).openOrder(Wire.opening, key: IdempotencyKey("tea-1"))
        }

        guard case .noAnswer = error else {
            Issue.record("expected noAnswer, got \(String(describing: error))")
            return
        }
    }

    @Test func `a write that still runs is asked for again`() async throws {
        let daemon = try Wire.daemon([
            "POST /v1/orders/O1/cancel": [
                .problem(409, "idempotency_in_progress", "the first one still runs"),
                .json(Wire.order("not_paid", version: 2)),
            ]
        ])
        defer { daemon.stop() }

        let order = try await Wire.client(daemon).cancelOrder("O1", key: IdempotencyKey("c"))

        #expect(order.status == .notPaid)
        #expect(daemon.requests.map { $0.fields["idempotency-key"] } == ["c", "c"])
    }

    @Test func `a refusal is not repeated`() async throws {
        let daemon = try Wire.daemon([
            "POST /v1/orders": [
                .problem(429, "too_many_open_orders", "64 sales are open: end one first")
            ]
        ])
        defer { daemon.stop() }

        let error = await #expect(throws: ClientError.self) {
            try await Wire.client(daemon).openOrder(Wire.opening, key: IdempotencyKey("tea-1"))
        }

        guard case .problem(let problem) = error else {
            Issue.record("expected a problem, got \(String(describing: error))")
            return
        }
        #expect(problem.code == .tooManyOpenOrders)
        #expect(error?.description == "64 sales are open: end one first")
        #expect(daemon.requests.count == 1)
    }

    @Test func `a question whose answer is lost is asked again`() async throws {
        let daemon = try Wire.daemon(["GET /v1/orders/O1": [.hangUp, .json(Wire.order("paid"))]])
        defer { daemon.stop() }

        let order = try await Wire.client(daemon).order("O1")

        #expect(order.status == .paid)
    }
}
