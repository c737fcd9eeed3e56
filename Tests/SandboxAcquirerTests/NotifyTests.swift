// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

@Suite struct `Notifies of the acquirer` {
    @Test func `a paid payment is told once, with the whole resource`() throws {
        let shop = try Shop(script: "paid_after:5")
        _ = try shop.create("A-1")

        let sent = try shop.pass(86_400_000)

        #expect(sent.count == 1)
        #expect(try sent[0].type() == "payment.paid")
        #expect(sent[0].at == Shop.start + 5000)
        #expect(try sent[0].payment() == shop.payment("A-1"))
        #expect(sent[0].delivery.url == Shop.notifyURL)
        #expect(sent[0].delivery.request.path == "/notify/main")
        #expect(sent[0].delivery.request.authority == "127.0.0.1:8472")
    }

    @Test func `its signatures verify, each alone`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")
        let delivery = try #require(try shop.pass(0).first?.delivery)
        let fields = delivery.request.headerFields

        let seconds = Shop.start / 1000
        let bySecret = try StandardWebhook.verify(
            fields: fields, body: delivery.body, secrets: [Shop.secret], keys: [], now: seconds)
        let byKey = try StandardWebhook.verify(
            fields: fields, body: delivery.body, secrets: [], keys: [shop.platform.verifyingKey], now: seconds)

        #expect(bySecret.id == delivery.id)
        #expect(byKey.timestamp == seconds)
        #expect(throws: SigningError.badSignature) {
            try StandardWebhook.verify(
                fields: fields, body: delivery.body + [0x20], secrets: [Shop.secret], keys: [], now: seconds)
        }
    }

    @Test func `openssl agrees with both signatures`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")
        let delivery = try #require(try shop.pass(0).first?.delivery)
        let signatures = try #require(delivery.request.headerFields[.webhookSignature]).split(separator: " ")
        let content = Data("\(delivery.id).\(Shop.start / 1000).".utf8) + Data(delivery.body)

        let (verified, hmac) = try Tool.inDirectory { directory in
            let path = { directory.appendingPathComponent($0).path }
            try content.write(to: URL(fileURLWithPath: path("content")))
            try shop.platform.verifyingKey.pem().write(toFile: path("key.pem"), atomically: true, encoding: .utf8)
            try #require(Data(base64Encoded: String(signatures[0].dropFirst(4)))).write(
                to: URL(fileURLWithPath: path("signature")))
            let verified = try Tool.run(
                "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", path("key.pem"), "-rawin", "-in", path("content"),
                "-sigfile", path("signature"))
            let hmac = try Tool.run(
                "openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:\(Hex.encode(Shop.secret))", "-r",
                path("content"))
            return (verified, hmac.output.prefix(64))
        }

        #expect(verified.status == 0)
        #expect(Base64.decode(String(signatures[1].dropFirst(3))).map { Hex.encode($0) } == String(hmac))
    }

    @Test func `it is sent again by the schedule, with the same id and a new timestamp, and then given up`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")

        let sent = try shop.pass(30 * 86_400_000) { _ in 500 }

        #expect(sent.count == 17)
        #expect(Set(sent.map(\.delivery.id)).count == 1)
        #expect(sent.map(\.delivery.attempt) == Array(1...17))
        for (index, wait) in NotifySchedule.waits.enumerated() {
            let gap = sent[index + 1].at - sent[index].at
            #expect(gap >= wait && gap <= wait + wait / 10)
            let stamp = sent[index + 1].delivery.request.headerFields[.webhookTimestamp]
            #expect(stamp == String(sent[index + 1].at / 1000))
        }
        #expect(
            NotifySchedule.waits.prefix(9) == [
                5000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000,
            ])
        #expect(try shop.bank.nextDue() == nil)
    }

    @Test func `jitter spreads the waits`() {
        let waits = Set((0..<1000).compactMap { NotifySchedule.wait(afterTries: 2, random: $0) })

        #expect(waits.min() == 30_000)
        #expect(waits.max() == 33_000)
        #expect(waits.count == 101)
    }

    @Test func `a delivery that nobody reports on is sent again`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")
        _ = try shop.bank.advance(to: shop.now)

        let due = try #require(try shop.bank.nextDue())
        let again = try shop.bank.advance(to: due)

        #expect((Shop.start + 5000...Shop.start + 5500).contains(due))
        #expect(again.count == 1)
    }

    @Test func `no answer and a refusal are tried again, success ends it`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")
        var answers: [Int?] = [nil, 302, 404, 202]

        let sent = try shop.pass(86_400_000) { _ in answers.removeFirst() }

        #expect(sent.count == 4)
    }

    @Test func `410 ends the endpoint for what waits and what comes, until it is opened again`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")
        _ = try shop.create("A-2")
        let sent = try shop.pass(86_400_000) { _ in 410 }

        _ = try shop.create("A-3")
        let after = try shop.pass(1000)
        try shop.books.write { try $0.reopenEndpoint(Shop.notifyURL, of: "M-42") }
        _ = try shop.post("/v1/payments", Shop.body("A-4", expires: shop.now + 60_000))
        let reopened = try shop.pass(1000)

        #expect(sent.count == 2)
        #expect(after.isEmpty)
        #expect(reopened.count == 1)
    }

    @Test func `without a notify_url nothing is sent`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.post("/v1/payments", Shop.body("A-1", notify: false))

        #expect(try shop.pass(86_400_000).isEmpty)
        #expect(try shop.payment("A-1").status == "paid")
    }

    @Test func `notify_lost sends nothing`() throws {
        let shop = try Shop(script: "paid_at_once+notify_lost")
        _ = try shop.create("A-1")

        #expect(try shop.pass(86_400_000).isEmpty)
        #expect(try shop.payment("A-1").status == "paid")
    }

    @Test func `notify_twice delivers the same one again after success`() throws {
        let shop = try Shop(script: "paid_at_once+notify_twice")
        _ = try shop.create("A-1")

        let sent = try shop.pass(86_400_000)

        #expect(sent.count == 2)
        #expect(sent[0].delivery.id == sent[1].delivery.id)
        #expect(sent[1].at == sent[0].at + 1000)
    }

    @Test func `notify_delayed comes late`() throws {
        let shop = try Shop(script: "paid_at_once+notify_delayed:90")
        _ = try shop.create("A-1")

        let sent = try shop.pass(86_400_000)

        #expect(sent.map(\.at) == [Shop.start + 90_000])
    }

    @Test func `notify_reordered tells the newer version first`() throws {
        let shop = try Shop(script: "paid_at_once+notify_reordered")
        let payment = try shop.create("A-1")
        let early = try shop.pass(2000)
        _ = try shop.post("/v1/payments/\(payment.id)/cancel")

        let sent = try shop.pass(86_400_000)

        #expect(early.isEmpty)
        #expect(try sent.map { try $0.type() } == ["payment.cancelled", "payment.paid"])
        #expect(try sent[0].payment().version > sent[1].payment().version)
    }

    @Test func `notify_reordered lets a lonely one go after a minute`() throws {
        let shop = try Shop(script: "paid_at_once+notify_reordered")
        _ = try shop.create("A-1")

        let sent = try shop.pass(86_400_000)

        #expect(sent.map(\.at) == [Shop.start + 60_000])
    }

    @Test func `notify_badly_signed verifies under nothing`() throws {
        let shop = try Shop(script: "paid_at_once+notify_badly_signed")
        _ = try shop.create("A-1")
        let delivery = try #require(try shop.pass(0).first?.delivery)

        #expect(throws: SigningError.badSignature) {
            try StandardWebhook.verify(
                fields: delivery.request.headerFields, body: delivery.body, secrets: [Shop.secret],
                keys: [shop.platform.verifyingKey], now: Shop.start / 1000)
        }
    }
}
