// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import OpenPayProvider
import ProviderKit
import Signing
import TillCore
import TillServer
import TillStore
import TillTesting

/// A terminal that listens for what its acquirers tell it.
struct NotifyShop: Sendable {
    let ledger: Ledger
    let clock: WorldClock
    let door: Door

    static let secret = (0..<32).map { UInt8($0) }

    /// Opens a shop with one OpenPay account, `main`, lets a test happen in it, and closes it.
    static func open(_ test: (NotifyShop) async throws -> Void) async throws {
        let clock = WorldClock(seed: 1)
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test", clocks: clock.clocks, onFault: { _ in })
        let key = try SigningKey.generateEd25519()
        let settings = try OpenPaySettings(
            merchant: "M-1", key: "key_1", privateKey: key.pem(), platformKeyID: "platform",
            platformKey: key.verifyingKey.pem(),
            webhookSecrets: ["whsec_\(Base64.encode(secret))"],
            gateway: "https://pay.example/v1", terminal: "T-1", currency: "CNY")
        let watch = LogWatch()
        let listener = NotifyListener(
            ledger: ledger, providers: ["main": OpenPayProvider(settings: settings)],
            host: "127.0.0.1", port: 0,
            moment: { Moment(now: clock.wall, nonce: Array(repeating: 0, count: 16)) },
            logger: watch.logger)
        try await Listening.run(listener, watch) { _ in
            let door = try await Listening.door(nil, watch)
            try await test(NotifyShop(ledger: ledger, clock: clock, door: door))
        }
    }

    /// An order that shows a code.
    func order() async throws -> Order {
        let opened = try await ledger.open(
            Sale(amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300)),
            key: nil, by: "test"
        ).order
        let reference = opened.attempts[0].reference
        try await ledger.record(.attempt(reference, .asking), about: opened.id)
        return try await ledger.record(
            .attempt(reference, .codeIssued(PaymentCode(Shop.payload))), about: opened.id)
    }

    /// The entries of the journal after a row.
    func entries(after seq: Int64) async throws -> [JournalEntry] {
        try await ledger.journal(after: seq, limit: 99).map(\.entry)
    }

    /// What the platform tells when a payment is paid.
    static func paid(_ reference: AttemptReference, _ value: Int = 1250, _ currency: String = "CNY")
        -> String
    {
        """
        {"type":"payment.paid","timestamp":"2026-06-01T00:00:00Z","data":{"id":"pay_1",\
        "order_no":"\(reference)","status":"paid","amount":{"value":1250,"currency":"CNY"},\
        "paid_amount":{"value":\(value),"currency":"\(currency)"},\
        "paid_at":"2026-06-01T00:00:00Z"}}
        """
    }

    /// A notify as the platform sends it, signed by OpenSSL.
    func notify(
        _ body: String, id: String = "msg_1", account: String = "main", secret: [UInt8] = secret,
        secondsAgo: Int64 = 0
    ) async throws -> Ask {
        let time = clock.wall.milliseconds / 1000 - secondsAgo
        let hex = secret.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        let folder = try TemporaryFolder()
        let signed = try folder.file("signed", Array("\(id).\(time).\(body)".utf8))
        let words = ["-mac", "HMAC", "-macopt", "hexkey:\(hex)", "-binary", signed.path]
        let code = Array(
            try await BlockingThread.run { try ForeignTool.run("openssl", ["dgst", "-sha256"] + words) })
        return Ask(
            method: "POST", path: "/notify/\(account)", host: "shop.example",
            fields: [
                ("Content-Type", "application/json"), ("webhook-id", id),
                ("webhook-timestamp", "\(time)"), ("webhook-signature", "v1,\(Base64.encode(code))"),
            ], body: Array(body.utf8))
    }
}
