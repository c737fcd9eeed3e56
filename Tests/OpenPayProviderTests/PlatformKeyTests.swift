// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Keys of the platform` {
    let platform = Platform()
    let attempt = Platform().attempt(of: cny(1250))

    func settings(
        nextID: String? = nil, nextAlgorithm: String? = nil, nextKey: String? = nil,
        nextWebhookKey: String? = nil
    ) throws -> OpenPaySettings {
        try OpenPaySettings(
            merchant: "M-42", key: "key_1", privateKey: Keys.merchant, platformKeyID: "platform_1",
            platformKey: Keys.platformPublic, nextPlatformKeyID: nextID,
            nextPlatformAlgorithm: nextAlgorithm, nextPlatformKey: nextKey,
            webhookKey: Keys.platformPublic, nextWebhookKey: nextWebhookKey,
            gateway: "https://pay.example/v1", terminal: "T-0001", currency: "CNY")
    }

    func faults(_ make: () throws -> OpenPaySettings) throws -> [String] {
        do {
            _ = try make()
            return []
        } catch let error as ProviderSettingsError {
            return error.faults.map(\.description)
        }
    }

    @Test(arguments: ["platform_1", "platform_2"])
    func `while one is replaced, both prove an answer`(keyID: String) throws {
        let next = try SigningKey(pem: Keys.merchant).verifyingKey.pem()
        let provider = OpenPayProvider(
            settings: try settings(nextID: "platform_2", nextKey: next))
        let said = platform.payment("closed", of: cny(1250)).with {
            $0.keyID = keyID
            $0.key = keyID == "platform_1" ? Keys.platform : Keys.merchant
        }

        let outcome = try talk(provider.queryPayment(of: attempt), [said]).answer

        #expect(outcome == .refused(reason: "closed"))
    }

    @Test func `the name of a key proves nothing without the key`() throws {
        let next = try SigningKey(pem: Keys.merchant).verifyingKey.pem()
        let provider = OpenPayProvider(
            settings: try settings(nextID: "platform_2", nextKey: next))
        let said = platform.payment("closed", of: cny(1250)).with { $0.keyID = "platform_2" }

        let error = try failure(try provider.queryPayment(of: attempt), [said])

        #expect(
            error
                == .forged(
                    "http status 200, the signature does not match the message; check the key and what lies in between"
                ))
    }

    @Test func `a key that we do not have is named, and what to do`() throws {
        let next = try SigningKey(pem: Keys.merchant).verifyingKey.pem()
        let provider = OpenPayProvider(
            settings: try settings(nextID: "platform_2", nextKey: next))
        let said = platform.payment("closed", of: cny(1250)).with { $0.keyID = "platform_3" }

        let error = try failure(try provider.queryPayment(of: attempt), [said])

        #expect(
            error
                == .forged(
                    "http status 200, signed by key platform_3, which is not among platform_1, platform_2: fetch the platform's new key, prove it, and name it as next_platform_key"
                ))
    }

    @Test func `another key's algorithm is its own`() throws {
        let p256 = try SigningKey(pem: Keys.merchantP256).verifyingKey.pem()

        let mixed = try settings(
            nextID: "platform_2", nextAlgorithm: "ecdsa-p256-sha256", nextKey: p256)

        #expect(mixed.platformKeys.map(\.id) == ["platform_1", "platform_2"])
        #expect(mixed.platformKeys.map(\.algorithm) == [.ed25519, .ecdsaP256])
    }

    @Test func `a next key goes with its name, and the name is new`() throws {
        let none = try faults { try settings() }
        let nameless = try faults { try settings(nextKey: Keys.platformPublic) }
        let keyless = try faults { try settings(nextID: "platform_2") }
        let same = try faults { try settings(nextID: "platform_1", nextKey: Keys.platformPublic) }
        let broken = try faults { try settings(nextID: "a b", nextAlgorithm: "md5", nextKey: "x") }

        #expect(none == [])
        #expect(nameless == ["next_platform_key: add the name of next_platform_key_file"])
        #expect(keyless == ["next_platform_key_file: add the file of next_platform_key"])
        #expect(
            same == ["next_platform_key: this is the name of platform_key: write the new one's"])
        #expect(broken.count == 2)
        #expect(broken[0].hasPrefix("next_platform_key: "))
        #expect(broken[1].hasPrefix("next_platform_algorithm: "))
    }

    @Test func `a next key proves notifies as well`() throws {
        let next = try SigningKey(pem: Keys.merchant)
        let provider = OpenPayProvider(
            settings: try settings(nextWebhookKey: try next.verifyingKey.pem()))
        let told = platform.told("payment.closed", platform.payment("closed", of: cny(1250)).body)
        var head = told.head
        head.headerFields[.webhookSignature] = try StandardWebhook.sign(
            id: "evt_1", timestamp: Platform.start.seconds, body: told.body, key: next)

        let reading = try provider.readNotify(
            Notify(head: head, body: told.body), at: moment(1))

        #expect(
            reading.word
                == .payment(AttemptReference(Platform.order), .refused(reason: "closed")))
    }

    @Test(arguments: [
        ("0s", Duration?.some(.zero)), ("90s", .seconds(90)), ("10m", .seconds(600)),
        ("48h", .seconds(172_800)), ("49h", nil), ("-1s", nil), ("10", nil), ("", nil), ("m", nil),
        ("9223372036854775807h", nil), ("1d", nil),
    ])
    func `when statements are ready is a time of at most two days`(text: String, expected: Duration?) throws {
        func made() throws -> OpenPaySettings {
            try OpenPaySettings(
                merchant: "M-42", key: "key_1", privateKey: Keys.merchant,
                platformKeyID: "platform_1", platformKey: Keys.platformPublic,
                gateway: "https://pay.example/v1", terminal: "T-0001", currency: "CNY",
                statementReadyAfter: text)
        }

        guard let expected else {
            #expect(
                try faults(made) == [
                    "statement_ready_after: write a time such as 90s, 10m or 2h, up to 48h"
                ])
            return
        }
        #expect(try made().statementReadyAfter == expected)
    }
}
