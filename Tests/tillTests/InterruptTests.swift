// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `Ctrl-C while a sale is followed` {
    static let code = "https://pay.example/q/9f3"

    @Test func `the first one cancels the sale and stays until it is over`() async throws {
        let (process, cancelled) = (ProcessBox(), Gate())
        let daemon = try Script.daemon([
            "POST /v1/orders": [.json(Script.order("code", payload: Self.code), status: 201)],
            "GET /v1/orders/O1": [
                .after(
                    {
                        process.interrupt()
                        cancelled.pass()
                    }, .json(Script.order("checking", 2))),
                .json(Script.order("not_paid", 3)),
            ],
            "POST /v1/orders/O1/cancel": [
                .after({ cancelled.open() }, .json(Script.order("checking", 2)))
            ],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["pay", "12.50", "--idempotency-key", "tea-1"], to: daemon, id: process)

        #expect(
            run.lines == [
                "O1 code 12.50 CNY \(Self.code)", "O1 checking 12.50 CNY", "O1 not_paid 12.50 CNY",
            ])
        #expect(run.err == "till: cancelling: press Ctrl-C again to leave the sale to the daemon\n")
        #expect(run.status == 2)
        let cancels = daemon.requests("POST /v1/orders/O1/cancel")
        #expect(cancels.count == 1)
        #expect(cancels.first?.fields["idempotency-key"] != "tea-1")
    }

    @Test func `a sale that was paid all the same ends paid`() async throws {
        let (process, cancelled) = (ProcessBox(), Gate())
        let daemon = try Script.daemon([
            "POST /v1/orders": [.json(Script.order("code", payload: Self.code), status: 201)],
            "GET /v1/orders/O1": [
                .after(
                    {
                        process.interrupt()
                        cancelled.pass()
                    }, .json(Script.order("paid", 2)))
            ],
            "POST /v1/orders/O1/cancel": [
                .after(
                    { cancelled.open() }, .problem(409, "already_paid", "the order is paid already")
                )
            ],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "12.50"], to: daemon, id: process)

        #expect(run.lines.last == "O1 paid 12.50 CNY")
        #expect(run.status == 0)
    }

    @Test func `the second one leaves the sale to the daemon and says so`() async throws {
        let process = ProcessBox()
        let daemon = try Script.daemon([
            "POST /v1/orders": [.json(Script.order("code", payload: Self.code), status: 201)],
            "GET /v1/orders/O1": [.after({ process.interrupt() }, .silence)],
            "POST /v1/orders/O1/cancel": [.after({ process.interrupt() }, .silence)],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "12.50"], to: daemon, id: process)

        #expect(
            run.err.hasSuffix("till: the sale goes on: follow it with \"till order watch O1\"\n"))
        #expect(run.status == 1)
        #expect(!run.isSignalled)
    }

    @Test func `one that comes before the daemon's answer still cancels the sale`() async throws {
        let (process, cancelled) = (ProcessBox(), Gate())
        let daemon = try Script.daemon([
            "POST /v1/orders": [
                .after(
                    { process.interrupt() },
                    .json(Script.order("code", payload: Self.code), status: 201))
            ],
            "GET /v1/orders/O1": [.after({ cancelled.pass() }, .json(Script.order("not_paid", 2)))],
            "POST /v1/orders/O1/cancel": [
                .after({ cancelled.open() }, .json(Script.order("checking")))
            ],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "12.50"], to: daemon, id: process)

        #expect(run.lines.last == "O1 not_paid 12.50 CNY")
        #expect(run.status == 2)
        #expect(daemon.requests("POST /v1/orders/O1/cancel").count == 1)
    }
}
