// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Calls on the wire` {
    @Test func `each call has the route, the body and the key that are agreed`() async throws {
        let order: ScriptedAnswer = .json(Wire.order("paid"))
        let hold =
            #"{"id":"H1","about":"a","detail":"d","opened_at":"2026-03-01T09:00:00Z","settled":null,"decisions":[]}"#
        let daemon = try Wire.daemon([
            "POST /v1/orders": [order], "GET /v1/orders": [.json(#"{"orders":[]}"#)],
            "GET /v1/orders/O1": [order],
            "POST /v1/orders/O1/cancel": [order], "POST /v1/orders/O1/attempts": [order],
            "POST /v1/orders/O1/check": [.json(Wire.order("paid"), status: 202)],
            "POST /v1/orders/O1/refunds": [.json(Wire.order("paid"), status: 201)],
            "POST /v1/orders/O1/reprint": [order],
            "GET /v1/orders/O1/receipt": [.reply(200, "TEA", type: "text/plain")],
            "GET /v1/orders/O1/code": [.reply(200, "███", type: "text/plain")],
            "GET /v1/holds": [.json(#"{"holds":[\#(hold)]}"#)],
            "POST /v1/holds/H1/settle": [.json(#"{"hold":\#(hold)}"#)],
        ])
        defer { daemon.stop() }
        let client = try Wire.client(daemon)
        let key = try IdempotencyKey("k")

        _ = try await client.openOrder(Wire.opening, key: key, waitForCode: true)
        _ = try await client.openOrders()
        _ = try await client.order("O1", wait: .final(.seconds(90)))
        _ = try await client.cancelOrder("O1", key: key)
        _ = try await client.newAttempt("O1", NewAttemptRequest(account: "side"), key: key)
        _ = try await client.checkOrder("O1")
        _ = try await client.refundOrder("O1", RefundRequest(note: "cold"), key: key)
        _ = try await client.reprintOrder("O1", key: key)
        let slip = try await client.receipt(of: "O1", as: .text)
        let code = try await client.code(of: "O1", as: .text)
        let holds = try await client.holds()
        _ = try await client.settleHold(
            "H1", SettleHoldRequest(decision: "leave", note: "n"), key: key)

        #expect(slip == Array("TEA".utf8))
        #expect(code == Array("███".utf8))
        #expect(holds.map(\.id) == ["H1"])
        let calls = daemon.requests.map {
            "\($0.route)?\($0.query) \($0.text) \($0.fields["idempotency-key"] ?? "-") \($0.fields["content-type"] ?? "-")"
        }
        #expect(
            calls == [
                #"POST /v1/orders?wait=presented {"amount":{"currency":"CNY","decimal":"12.50"}} k application/json"#,
                "GET /v1/orders?open=true  - -",
                "GET /v1/orders/O1?wait=final&timeout=60  - -",
                "POST /v1/orders/O1/cancel? {} k application/json",
                #"POST /v1/orders/O1/attempts? {"account":"side"} k application/json"#,
                "POST /v1/orders/O1/check? {} - application/json",
                #"POST /v1/orders/O1/refunds? {"note":"cold"} k application/json"#,
                "POST /v1/orders/O1/reprint? {} k application/json",
                "GET /v1/orders/O1/receipt?format=text  - -",
                "GET /v1/orders/O1/code?format=text  - -",
                "GET /v1/holds?  - -",
                #"POST /v1/holds/H1/settle? {"decision":"leave","note":"n"} k application/json"#,
            ])
    }

    @Test func `over TCP the token goes along, over a socket none does`() async throws {
        let script: [String: [ScriptedAnswer]] = ["GET /v1/orders": [.json(#"{"orders":[]}"#)]]
        let tcp = try ScriptedDaemon(at: .loopback, script)
        let socket = try Wire.daemon(script)
        defer {
            tcp.stop()
            socket.stop()
        }

        _ = try await TillClient(address: tcp.place, token: "s3cret").openOrders()
        _ = try await TillClient(address: "http://\(tcp.place)/", token: "s3cret").openOrders()
        _ = try await Wire.client(socket).openOrders()

        #expect(
            tcp.requests.map { $0.fields["authorization"] } == ["Bearer s3cret", "Bearer s3cret"])
        #expect(tcp.requests.map { $0.fields["host"] } == [tcp.place, tcp.place])
        #expect(socket.requests.map { $0.fields["authorization"] } == [nil])
        #expect(socket.requests.map { $0.fields["host"] } == ["localhost"])
    }

    @Test(arguments: ["a/../b", "a?x=1", "a#b", "ä b", "%2e", "a\r\nx: y"])
    func `an id cannot lead to another route`(id: String) async throws {
        let daemon = try Wire.daemon([:])
        defer { daemon.stop() }

        await #expect(throws: ClientError.self) { try await Wire.client(daemon).order(id) }

        let route = try #require(daemon.requests.first?.route)
        let name = try #require(route.split(separator: "/").last)
        #expect(route.split(separator: "/").count == 4)
        #expect(String(name).removingPercentEncoding == id)
        #expect(daemon.requests.first?.query == "")
    }

    @Test(arguments: ["", ".", "..", String(repeating: "x", count: 129)])
    func `an id that is none is not sent`(id: String) async throws {
        let daemon = try Wire.daemon([:])
        defer { daemon.stop() }

        let error = await #expect(throws: ClientError.self) {
            try await Wire.client(daemon).order(id)
        }

        guard case .badAddress = error else {
            Issue.record("expected badAddress, got \(String(describing: error))")
            return
        }
        #expect(daemon.requests.isEmpty)
    }

    @Test(arguments: ["", "localhost:80/v1", "ftp://x", "a b", "user@host", "x?y"])
    func `an address that is none is refused`(address: String) {
        #expect(throws: ClientError.self) { try TillClient(address: address, token: "t") }
    }

    @Test(arguments: ["", "a b", "a\n", "schlüssel"])
    func `a token that no header can carry is refused`(token: String) {
        #expect(throws: ClientError.self) { try TillClient(address: "127.0.0.1:1", token: token) }
    }
}
