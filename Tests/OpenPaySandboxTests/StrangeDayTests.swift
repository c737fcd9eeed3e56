// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import OpenPayProvider
import ProviderKit
import SandboxAcquirer
import Signing
import Testing
import TillCore

@Suite struct `Strange days between the bank and us` {
    /// What the notifies of a kind say to us.
    private func words(_ shop: Shop, _ provider: OpenPayProvider) throws -> [NotifyWord?] {
        try shop.notifies().map { try provider.readNotify($0, at: shop.moment()).word }
    }

    @Test func `a refund at the console is told with all that we need to find it`() throws {
        let shop = try Shop()
        try shop.sell("A-1")
        _ = try shop.notifies()

        let made = try shop.control("/sandbox/refunds", #"{"order_no":"A-1","amount":30}"#)
        let words = try words(shop, shop.provider())

        let refund = try #require(try shop.books.refunds().first)
        #expect(made.status == 200)
        #expect(refund.refundNo.hasPrefix("console_"))
        #expect(
            words == [
                .refund(
                    RefundID(refund.refundNo), .done,
                    RefundReport(
                        acquirerReference: refund.id, payment: refund.payment, amount: cny(30)))
            ])
    }

    @Test func `what another merchant is told is foreign to us, and its payments are not ours`() throws {
        let shop = try Shop()
        try shop.sell("A-1")
        let other = try shop.provider(merchant: "M-43")
        let paid = try #require(try shop.books.payments().first)

        let words = try words(shop, other)

        #expect(
            words == [.foreign(subject: "payment \(paid.id) of order A-1, which is merchant M-42's")])
    }

    @Test(arguments: ["clock_ahead", "clock_behind"])
    func `an answer by a wrong clock is not believed, and the next one is`(word: String) throws {
        let shop = try Shop()
        try shop.books.enqueue([try Script("paid_at_once+\(word)")])
        let provider = try shop.provider()

        let error = #expect(throws: ProviderError.self) {
            try shop.hold(provider.createPayment(for: shop.attempt("A-1")))
        }
        let outcome = try shop.hold(provider.queryPayment(of: shop.attempt("A-1")))

        #expect(
            error
                == .forged(
                    "http status 201, the timestamp is outside the tolerance; check both clocks"))
        guard case .paid = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test(arguments: [(-301_000, true), (-299_000, false), (299_000, false), (301_000, true)])
    func `a clock of ours that is wrong is told so, in the bank's own time`(milliseconds: Int64, isTold: Bool) throws {
        let shop = try Shop()
        guard case .send(let make, _) = try shop.provider().queryPayment(of: shop.attempt("A-1")) else { return }
        let wrong = Moment(
            now: Timestamp(milliseconds: shop.now + milliseconds), nonce: [UInt8](repeating: 9, count: 16))

        let reply = try shop.reply(to: try make(wrong))

        let problem = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any]
        #expect((problem?["code"] as? String == "clock_skew") == isTold)
        #expect(problem?["server_time"] as? String == "2026-03-01T09:30:00.001Z")
    }

    @Test func `a new key is named, and works when we have it`() throws {
        let shop = try Shop()
        try shop.sell("A-1")
        let next = PlatformKeys(id: "platform_2", signing: try SigningKey.generateEd25519())
        let since = shop.now + 60_000
        try shop.books.rotate(KeyRotation(keys: next, since: since, overlapEnd: since))
        let ready = try shop.provider(next: next)

        _ = try shop.hold(shop.provider().queryPayment(of: shop.attempt("A-1")))
        _ = try shop.hold(ready.queryPayment(of: shop.attempt("A-1")))
        shop.now = since
        _ = try shop.hold(ready.queryPayment(of: shop.attempt("A-1")))
        let error = #expect(throws: ProviderError.self) {
            try shop.hold(shop.provider().queryPayment(of: shop.attempt("A-1")))
        }

        #expect(
            error
                == .forged(
                    "http status 200, signed by key platform_2, which is not among platform_1: fetch the platform's new key, prove it, and name it as next_platform_key"
                ))
    }

    @Test func `a new secret is in use beside the old one until the overlap ends`() throws {
        let shop = try Shop()
        let secret = [UInt8](repeating: 9, count: 32)
        let next = PlatformKeys(id: "platform_2", signing: try SigningKey.generateEd25519())
        try shop.books.rotate(
            KeyRotation(
                keys: next, since: shop.now, overlapEnd: shop.now + 60_000, merchant: "M-42",
                webhookSecret: secret))
        let old = try shop.provider(next: next)

        try sell(shop, "A-1", by: old)
        let during = try shop.notifies()
        shop.now += 60_000
        try sell(shop, "A-2", by: old)
        let after = try shop.notifies()

        #expect(isRead(during, by: shop.secret, shop) && isRead(during, by: secret, shop))
        #expect(!isRead(after, by: shop.secret, shop) && isRead(after, by: secret, shop))
        #expect(during.count == 1 && after.count == 1)
    }

    private func sell(_ shop: Shop, _ reference: String, by provider: OpenPayProvider) throws {
        try shop.books.enqueue([try Script("paid_at_once")])
        _ = try shop.hold(provider.createPayment(for: shop.attempt(reference)))
        shop.now += 1
    }

    private func isRead(_ notifies: [Notify], by secret: [UInt8], _ shop: Shop) -> Bool {
        notifies.allSatisfy { notify in
            let proven = try? StandardWebhook.verify(
                fields: notify.head.headerFields, body: notify.body, secrets: [secret], keys: [],
                now: shop.now / 1000, tolerance: 300)
            return proven != nil
        }
    }
}
