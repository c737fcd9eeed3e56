// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

/// The sandbox's time ran a day ahead, and the machine's clock, by which tills sign, did not.
@Suite struct `A sandbox whose time ran ahead` {
    private static let day: Int64 = 86_400_000

    /// Sends a request that was signed by some clock to a bank whose time is a day ahead.
    private func send(
        _ shop: Shop, _ request: HTTPRequest, _ body: String = "", skew: Int64 = -day
    ) throws -> Seen {
        let now = Shop.start + Self.day
        guard
            case .answer(let head, let bytes, let delay) = shop.bank.answer(
                request, body: Array(body.utf8), from: "127.0.0.1", now: now, skew: skew)
        else { throw Lost(bytes: nil, delay: 0) }
        return Seen(response: head, body: bytes, delay: delay)
    }

    private func created(_ seen: Seen) throws -> Int64? {
        try MessageSignature.parameters(in: seen.response.headerFields).first?.parameters.created
    }

    @Test func `a request by the machine's clock is fresh, and answered by that clock`() throws {
        let shop = try Shop()

        let seen = try send(shop, shop.request(.get, "/v1/time"))

        #expect(seen.status == 200)
        #expect(seen.text == #"{"server_time":"2026-03-01T09:30:00Z"}"#)
        #expect(try created(seen) == Shop.start / 1000)
    }

    @Test func `a request by the sandbox's clock is fresh as well, and answered by that one`() throws {
        let shop = try Shop()
        shop.now += Self.day

        let seen = try send(shop, shop.request(.get, "/v1/time"))

        #expect(seen.status == 200)
        #expect(seen.text == #"{"server_time":"2026-03-02T09:30:00Z"}"#)
        #expect(try created(seen) == (Shop.start + Self.day) / 1000)
    }

    @Test(arguments: [-400_000, 400_000, 43_000_000] as [Int64])
    func `a request by neither is stale, and told the nearer time`(off: Int64) throws {
        let shop = try Shop()
        shop.now += off

        let seen = try send(shop, shop.request(.get, "/v1/time"))

        #expect(seen.status == 401)
        #expect(try seen.problem().code == "clock_skew")
        #expect(try seen.problem().server_time == "2026-03-01T09:30:00Z")
    }

    @Test func `without a second clock there is one only`() throws {
        let shop = try Shop()

        let seen = try send(shop, shop.request(.get, "/v1/time"), skew: 0)

        #expect(try seen.problem().code == "clock_skew")
        #expect(try seen.problem().server_time == "2026-03-02T09:30:00Z")
    }

    @Test func `a nonce is used once, by whichever clock`() throws {
        let shop = try Shop()
        let nonce = Base64.encodeURL([UInt8](repeating: 9, count: 16))
        let first = try shop.request(.get, "/v1/time") { $0.nonce = nonce }
        shop.now += Self.day
        let second = try shop.request(.get, "/v1/time") { $0.nonce = nonce }

        let seen = try [first, second].map { try send(shop, $0) }

        #expect(seen.map(\.status) == [200, 401])
        #expect(try seen[1].problem().code == "nonce_reused")
    }

    @Test func `a code lasts as long as was asked for, by the clock of who asked`() throws {
        let shop = try Shop(script: "never")
        let request = try shop.request(.post, "/v1/payments", Shop.body("A-1"))

        let seen = try send(shop, request, Shop.body("A-1"))

        #expect(try seen.payment().status == "created")
        #expect(try seen.payment().expires_at == "2026-03-02T09:40:00Z")
    }

    @Test func `notifies are signed by the machine's clock`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")

        let delivery = try #require(try shop.bank.advance(to: Shop.start + Self.day, skew: -Self.day).first)

        #expect(delivery.request.headerFields[.webhookTimestamp] == "\(Shop.start / 1000)")
    }
}
