// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Signing
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Settings of an account` {
    func settings(
        merchant: String = "M-42", key: String = "key_1", algorithm: String = "ed25519",
        privateKey: String = Keys.merchant, platformKey: String = Keys.platformPublic,
        webhookSecrets: [String] = [], webhookKey: String? = nil,
        gateway: String = "https://pay.example/v1",
        terminal: String = "T-0001", fingerprint: String? = nil, store: String? = nil,
        notifyURL: String? = nil,
        currency: String = "CNY"
    ) throws -> OpenPaySettings {
        try OpenPaySettings(
            merchant: merchant, key: key, algorithm: algorithm, privateKey: privateKey,
            platformKeyID: "platform_1", platformKey: platformKey, webhookSecrets: webhookSecrets,
            webhookKey: webhookKey, gateway: gateway, terminal: terminal, fingerprint: fingerprint,
            store: store,
            notifyURL: notifyURL, currency: currency)
    }

    func fields(_ make: () throws -> OpenPaySettings) throws -> [String] {
        do {
            _ = try make()
            return []
        } catch let error as ProviderSettingsError {
            return error.faults.map(\.field)
        }
    }

    @Test func `the least that is needed is enough`() throws {
        let settings = try settings()

        #expect(settings.gateway.text == "https://pay.example/v1")
        #expect(settings.store == "M-42")
        #expect(settings.fingerprint.utf8.count == 64)
        #expect(settings.notifyURL == nil)
    }

    @Test func `all faults come at once, in order`() throws {
        let faults = try fields {
            try settings(
                merchant: "", key: "a b", algorithm: "md5", privateKey: "x", platformKey: "y",
                webhookSecrets: ["secret"], webhookKey: "whpk_x", gateway: "ftp://pay.example/v1",
                terminal: "",
                fingerprint: "a\nb", store: " ", notifyURL: "http://shop.example/", currency: "cny")
        }

        #expect(
            faults == [
                "merchant", "key", "algorithm", "platform_key_file", "webhook_secret_file",
                "webhook_key_file",
                "gateway", "terminal", "fingerprint", "store", "notify_url", "currency",
            ])
    }

    @Test(arguments: [
        ("ed25519", Keys.platformPublic), ("ed25519", ""), ("ed25519", Keys.merchantP256),
        ("ecdsa-p256-sha256", Keys.merchant), ("rsa-pss-sha512", Keys.merchant),
        ("hmac-sha256", Keys.merchant),
        ("hmac-sha256", "c2hvcnQ="), ("hmac-sha256", "not base64 at all"),
    ])
    func `a key that cannot sign so is named and not repeated`(algorithm: String, key: String)
        throws
    {
        let error = #expect(throws: ProviderSettingsError.self) {
            try settings(algorithm: algorithm, privateKey: key, fingerprint: "f")
        }

        #expect(error?.faults.map(\.field) == ["private_key_file"])
        #expect(
            error?.description.contains("MC4CAQ") == false
                && error?.description.contains("not base64") == false)
    }

    @Test func `a shared secret needs a fingerprint`() throws {
        let without = try fields {
            try settings(algorithm: "hmac-sha256", privateKey: Keys.sharedSecret + "\n")
        }
        let with = try fields {
            try settings(
                algorithm: "hmac-sha256", privateKey: Keys.sharedSecret + "\n", fingerprint: "f")
        }

        #expect(without == ["fingerprint"])
        #expect(with == [])
    }

    @Test(arguments: [
        ("https://pay.example/v1", "https://pay.example/v1", "pay.example"),
        ("HTTPS://Pay.Example:443/v1/", "https://pay.example/v1", "pay.example"),
        ("https://pay.example:8443/api/v1", "https://pay.example:8443/api/v1", "pay.example:8443"),
        ("http://127.0.0.1:8471/v1", "http://127.0.0.1:8471/v1", "127.0.0.1:8471"),
        ("http://127.9.9.9/v1", "http://127.9.9.9/v1", "127.9.9.9"),
        ("http://localhost:80/v1", "http://localhost/v1", "localhost"),
        ("http://[::1]:8471/v1", "http://[::1]:8471/v1", "[::1]:8471"),
    ])
    func `a gateway is https, or this machine`(text: String, address: String, authority: String)
        throws
    {
        let settings = try settings(gateway: text)

        #expect(settings.gateway.text == address)
        #expect(settings.hosts == [authority])
    }

    @Test(arguments: [
        "http://pay.example/v1", "http://127.0.0.1.evil.example/v1", "http://127.evil/v1",
        "http://127.0.0.256/v1",
        "http://localhost.evil/v1", "http://0.0.0.0/v1", "http://[::2]/v1",
        "https://user@pay.example/v1",
        "https://pay.example/v1?x=1", "https://pay.example/v1#x", "https://pay.example",
        "https://pay.example/v2",
        "https:///v1", "https://pay.example:0/v1", "https://pay.example:65536/v1",
        "https://pay.example:/v1",
        "https://pay..example/v1", "https://pay.example:+1/v1", "https://[::1/v1",
        "https://[::1]x/v1",
        "https://pay example/v1", "https://pay.example/a\r\nb/v1", "//pay.example/v1", "",
        "https://ä.example/v1",
    ])
    func `another gateway is not spoken to`(text: String) throws {
        let faults = try fields { try settings(gateway: text) }

        #expect(faults == ["gateway"])
    }

    @Test func `notifies need something to be proven with`() throws {
        let url = "https://shop.example/notify/main"

        let unproven = try fields { try settings(notifyURL: url) }
        let proven = try fields {
            try settings(webhookSecrets: [Keys.webhookSecret + "\n"], notifyURL: url)
        }

        #expect(unproven == ["notify_url"])
        #expect(proven == [])
    }

    @Test func `a description tells no key`() throws {
        let settings = try settings(
            algorithm: "hmac-sha256", privateKey: Keys.sharedSecret,
            webhookSecrets: [Keys.webhookSecret],
            fingerprint: "f")
        var dumped = ""

        dump(settings, to: &dumped)

        let told = "openpay merchant M-42, key key_1 (hmac-sha256), at https://pay.example/v1"
        #expect(String(describing: settings) == told)
        #expect(String(reflecting: settings) == told)
        #expect(dumped == "- \(told)\n")
    }
}
