// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till pay without a terminal` {
    static let code = "https://pay.example/q/9f3"

    @Test func `a paid sale prints a line a change and ends well`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [.json(Script.order("opening"), status: 201)],
            "GET /v1/orders/O1": [
                .json(Script.order("code", 2, payload: Self.code)),
                .json(Script.order("code", 3, payload: Self.code)),
                .json(Script.order("paid", 4)),
            ],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["pay", "12.50", "--subject", "Tea", "--idempotency-key", "tea-1"], to: daemon)

        #expect(
            run.lines == [
                "O1 opening 12.50 CNY", "O1 code 12.50 CNY \(Self.code)", "O1 paid 12.50 CNY",
            ])
        #expect(run.err == "")
        #expect(run.status == 0)
        let opening = daemon.requests("POST /v1/orders")
        #expect(
            opening.map(\.text) == [
                #"{"amount":{"currency":"CNY","decimal":"12.50"},"subject":"Tea"}"#
            ])
        #expect(opening.map { $0.fields["idempotency-key"] } == ["tea-1"])
        #expect(daemon.requests("GET /v1/orders/O1/code").isEmpty)
    }

    @Test(
        arguments: [
            ("paid", 0), ("accepted", 0), ("not_paid", 2), ("paid_late", 2), ("needs_person", 3),
        ] as [(String, Int32)])
    func `the end of the sale is the exit status`(end: String, status: Int32) async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [.json(Script.order("code", payload: Self.code), status: 201)],
            "GET /v1/orders/O1": [.json(Script.order(end, 2))],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "12.50"], to: daemon)

        #expect(run.lines.last == "O1 \(end) 12.50 CNY")
        #expect(run.status == status)
    }

    @Test func `a sale that needs a person says what to do`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [
                .json(Script.order("needs_person", 3, holds: Script.hold), status: 201)
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "12.50"], to: daemon)

        #expect(
            run.err
                == "till: the acquirer reports 12.00 CNY, asked were 12.50 CNY: decide with \"till hold settle H1\"\n"
        )
        #expect(run.status == 3)
    }

    @Test func `a lost answer does not open a second sale`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [.hangUp, .json(Script.order("paid", 2))]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "12.50"], to: daemon)

        #expect(run.status == 0)
        let keys = daemon.requests("POST /v1/orders").map { $0.fields["idempotency-key"] }
        #expect(keys.count == 2)
        #expect(Set(keys).count == 1)
        #expect(keys.first??.isEmpty == false)
    }

    @Test func `JSON is one object a line and needs no second currency`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [
                .json(
                    Script.order(
                        "code", payload: Self.code, money: #"{"value":1250,"currency":"JPY"}"#),
                    status: 201)
            ],
            "GET /v1/orders/O1": [
                .json(Script.order("paid", 2, money: #"{"value":1250,"currency":"JPY"}"#))
            ],
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["pay", "1250", "--currency", "JPY", "--json"], to: daemon)

        let objects = try run.lines.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(objects.map { $0?["status"] as? String } == ["code", "paid"])
        #expect(daemon.requests("GET /v1/health").isEmpty)
        #expect(
            daemon.requests("POST /v1/orders").map(\.text) == [
                #"{"amount":{"currency":"JPY","decimal":"1250"}}"#
            ])
    }

    @Test func `the daemon's refusal is the sentence`() async throws {
        let daemon = try Script.daemon([
            "POST /v1/orders": [
                .problem(
                    422, "invalid_amount",
                    "amount.decimal has more decimals than CNY: send 2 at most")
            ]
        ])
        defer { daemon.stop() }

        let run = try await TillRun.till(["pay", "12.505"], to: daemon)

        #expect(run.out == "")
        #expect(run.err == "till: amount.decimal has more decimals than CNY: send 2 at most\n")
        #expect(run.status == 1)
    }
}
