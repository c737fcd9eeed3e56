// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Proving a reply` {
    let platform = Platform()
    let attempt = Platform().attempt(of: cny(1250))
    let paid = Platform().payment("paid", of: cny(1250))

    func ask(_ said: Said, platformAt: Timestamp? = nil) throws -> ProviderError? {
        let provider = try platform.provider(selling: .cny)
        return try failure(provider.queryPayment(of: attempt), [said], platformAt: platformAt)
    }

    func isForged(_ error: ProviderError?) -> Bool {
        if case .forged = error { true } else { false }
    }

    @Test(arguments: [
        [SignatureComponent.status, .field("content-digest")],
        [.status, SignatureComponent.field("signature").fromRequest],
        [.field("content-digest"), SignatureComponent.field("signature").fromRequest],
        [],
    ])
    func `a signature has to cover all three`(components: [SignatureComponent]) throws {
        let said = paid.with { $0.components = components }

        #expect(isForged(try ask(said)))
        #expect(try ask(paid) == nil)
    }

    @Test func `the key has to be the platform's, by name and by signature`() throws {
        let byOurs = paid.with { $0.key = Keys.merchant }
        let ofAnother = paid.with { $0.keyID = "platform_2" }
        let ofNobody = paid.with { $0.keyID = nil }
        let ofAnotherUse = paid.with { $0.tag = "other" }

        for said in [byOurs, ofAnother, ofNobody, ofAnotherUse] { #expect(isForged(try ask(said))) }
    }

    @Test(arguments: [(-301, true), (-300, false), (0, false), (300, false), (301, true)])
    func `a signature is fresh for five minutes on either side`(seconds: Int, isStale: Bool) throws {
        let error = try ask(paid, platformAt: Platform.start + .seconds(seconds))

        #expect(isForged(error) == isStale)
    }

    @Test func `a signature that has expired is stale`() throws {
        let said = paid.with { $0.expiresAfter = 60 }

        #expect(isForged(try ask(said, platformAt: Platform.start + .seconds(-61))))
        #expect(try ask(said, platformAt: Platform.start + .seconds(-60)) == nil)
    }

    @Test func `a body has to be the one that was digested`() throws {
        let waiting = platform.payment("pending", of: cny(1250))
        let said = paid.with { $0.digested = waiting.body }

        #expect(isForged(try ask(said)))
    }

    @Test func `an answer to another request answers nothing`() throws {
        let provider = try platform.provider(selling: .cny)
        let earlier = try request(provider.queryPayment(of: attempt), 1)
        let reply = try paid.reply(to: earlier)

        let exchange = try provider.queryPayment(of: attempt)

        guard case .send(let make, let read) = exchange else { return }
        let later = try make(moment(2))
        let replayed = ProviderReply(head: reply.head, body: reply.body, request: later)
        let error = #expect(throws: ProviderError.self) { _ = try read(replayed, moment(3)) }
        #expect(isForged(error))
    }

    @Test func `a page of some proxy is nobody's word`() throws {
        let provider = try platform.provider(selling: .cny)
        guard case .send(let make, let read) = try provider.createPayment(for: attempt) else {
            return
        }
        let request = try make(moment(1))

        for status in [200, 401, 404, 429, 502, 503] {
            let reply = ProviderReply(
                head: HTTPResponse(status: .init(code: status)), body: Array("<html>".utf8),
                request: request)

            let error = #expect(throws: ProviderError.self) { _ = try read(reply, moment(1)) }
            #expect(isForged(error))
        }
    }

    @Test func `another signature beside the platform's does not matter`() throws {
        let provider = try platform.provider(selling: .cny)
        guard case .send(let make, let read) = try provider.queryPayment(of: attempt) else {
            return
        }
        let request = try make(moment(1))
        let reply = try paid.reply(to: request)
        var head = reply.head
        try MessageSignature.sign(
            &head, answering: request.head, with: try SigningKey(pem: Keys.merchant),
            algorithm: .ed25519,
            parameters: SignatureParameters(components: [.status], created: 0, keyID: "proxy"),
            label: "proxy")

        let exchange = try read(
            ProviderReply(head: head, body: reply.body, request: request), moment(1))

        guard case .answered(.paid) = exchange else {
            Issue.record("\(exchange)")
            return
        }
    }

    @Test func `a reply that is too long is not read`() throws {
        let said = Said(200, String(repeating: " ", count: OpenPayGateway.longestReply + 1))

        let error = try ask(said)

        #expect(error == .unreadable("262145 bytes; 262144 are the most"))
    }
}
