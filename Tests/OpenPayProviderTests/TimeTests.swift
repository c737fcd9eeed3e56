// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `The platform's time` {
    private let platform = Platform()
    private let attempt = Platform().attempt(of: cny(1250))
    private let paid = Platform().payment("paid", of: cny(1250))
    private let start = Platform.start

    private func asked() throws -> (any PaymentProvider, ProviderRequest) {
        let provider = try platform.provider(selling: .cny)
        return (provider, try request(provider.queryPayment(of: attempt), 1))
    }

    @Test(arguments: [-86_400, -301, 0, 301, 86_400])
    func `is when it signed, however far that is from ours`(seconds: Int) throws {
        let (provider, request) = try asked()

        let reply = try paid.reply(to: request, at: start + .seconds(seconds))

        #expect(provider.signedTime(of: reply) == start + .seconds(seconds))
    }

    @Test func `is said by a refusal as well`() throws {
        let (provider, request) = try asked()

        let reply = try platform.problem("clock_skew", 401).reply(to: request, at: start + .seconds(900))

        #expect(provider.signedTime(of: reply) == start + .seconds(900))
    }

    @Test func `is not what somebody else signed, or what was signed for another request`() throws {
        let (provider, earlier) = try asked()
        let later = try request(provider.queryPayment(of: attempt), 2)
        let byOurs = try paid.with { $0.key = Keys.merchant }.reply(to: earlier, at: start)
        let old = try paid.reply(to: earlier, at: start)

        #expect(provider.signedTime(of: byOurs) == nil)
        #expect(provider.signedTime(of: platform.unsigned(old)) == nil)
        #expect(
            provider.signedTime(of: ProviderReply(head: old.head, body: old.body, request: later)) == nil)
        #expect(provider.signedTime(of: old) == start)
    }

    @Test func `is asked for by itself, and read from whatever is answered`() throws {
        let provider = try platform.provider(selling: .cny)
        guard let exchange = try provider.askTime(), case .send(let make, let read) = exchange else {
            Issue.record("nothing is asked")
            return
        }
        let request = try make(moment(1))

        let skewed = try platform.problem("clock_skew", 401).reply(to: request, at: start + .seconds(9000))
        guard case .answered(let time) = try read(skewed, moment(2)) else {
            Issue.record("more is asked")
            return
        }

        #expect(request.head.method == .get && request.isQuery)
        #expect(request.head.path == "/v1/time")
        #expect(time == start + .seconds(9000))
        #expect(throws: ProviderError.self) { _ = try read(platform.unsigned(skewed), moment(2)) }
    }
}
