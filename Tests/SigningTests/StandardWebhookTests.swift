// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Testing

@testable import Signing

@Suite struct `Standard Webhooks` {
    /// Source: Standard Webhooks, the sign test that every library of the project carries.
    private let written = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private let timestamp: Int64 = 1_614_265_330
    private let body = Array(#"{"test": 2432232314}"#.utf8)
    private let printed = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    private func fields(_ signature: String) -> HTTPFields {
        [.webhookID: id, .webhookTimestamp: String(timestamp), .webhookSignature: signature]
    }

    private func verify(
        _ fields: HTTPFields, secrets: [[UInt8]]? = nil, keys: [VerifyingKey] = [], late: Int64 = 0
    ) throws -> String {
        let secret = try #require(StandardWebhook.secret(written))
        return try StandardWebhook.verify(
            fields: fields, body: body, secrets: secrets ?? [secret], keys: keys, now: timestamp + late
        ).id
    }

    @Test func `the printed signature is made and verified`() throws {
        let secret = try #require(StandardWebhook.secret(written))

        let made = StandardWebhook.sign(id: id, timestamp: timestamp, body: body, secret: secret)

        #expect(made == printed)
        #expect(try verify(fields(printed)) == id)
    }

    @Test func `one good signature among others is enough`() throws {
        let key = try SigningKey.generateEd25519()
        let asymmetric = try StandardWebhook.sign(id: id, timestamp: timestamp, body: body, key: key)
        let other = StandardWebhook.sign(
            id: id, timestamp: timestamp, body: body, secret: Array(repeating: 7, count: 24))

        #expect(try verify(fields("\(other) \(printed)")) == id)
        #expect(try verify(fields("v2,zzz nonsense v1,\(other) \(printed)")) == id)
        #expect(try verify(fields("\(other) \(asymmetric)"), keys: [key.verifyingKey]) == id)
        #expect(
            try verify(
                fields(printed),
                secrets: [Array(repeating: 1, count: 24), try #require(StandardWebhook.secret(written))]) == id)
        #expect(throws: SigningError.badSignature) { try verify(fields("\(other) \(asymmetric)")) }
        #expect(throws: SigningError.badSignature) {
            try verify(fields(asymmetric), keys: [try SigningKey.generateEd25519().verifyingKey])
        }
    }

    @Test func `a signature never counts under the name of another scheme`() throws {
        let key = try SigningKey.generateEd25519()
        let asymmetric = try StandardWebhook.sign(id: id, timestamp: timestamp, body: body, key: key)

        let swapped = [asymmetric.replacing("v1a,", with: "v1,"), printed.replacing("v1,", with: "v1a,"), "v1", "v1,"]

        for signature in swapped {
            #expect(throws: SigningError.badSignature) { try verify(fields(signature), keys: [key.verifyingKey]) }
        }
    }

    @Test func `an empty secret opens nothing`() {
        let forged = StandardWebhook.sign(id: id, timestamp: timestamp, body: body, secret: [])

        #expect(throws: SigningError.badSignature) { try verify(fields(forged), secrets: [[]]) }
        #expect(throws: SigningError.badSignature) { try verify(fields(forged), secrets: []) }
    }

    @Test(arguments: [
        (Int64(300), true), (301, false), (-300, true), (-301, false), (Int64.max - 1_614_265_330, false),
    ])
    func `the timestamp is tolerated both ways`(_ late: Int64, _ isAccepted: Bool) throws {
        let fields = fields(printed)

        let error: SigningError?
        do {
            _ = try verify(fields, late: late)
            error = nil
        } catch let thrown as SigningError {
            error = thrown
        }

        #expect(error == (isAccepted ? nil : .stale))
    }

    @Test(arguments: [HTTPField.Name.webhookID, .webhookTimestamp, .webhookSignature])
    func `every field is needed, once`(_ name: HTTPField.Name) throws {
        var without = fields(printed)
        without[name] = nil
        var twice = fields(printed)
        twice.append(HTTPField(name: name, value: try #require(twice[name])))

        #expect(throws: SigningError.missing("field \(name.canonicalName)")) { try verify(without) }
        #expect(throws: SigningError.self) { try verify(twice) }
    }

    @Test(arguments: [
        (HTTPField.Name.webhookTimestamp, "1614265330.0"), (.webhookTimestamp, "+1614265330"),
        (.webhookTimestamp, "01614265330"), (.webhookTimestamp, "-1"), (.webhookTimestamp, "99999999999999999999"),
        (.webhookTimestamp, ""), (.webhookID, ""), (.webhookID, "a.b"),
        (.webhookID, String(repeating: "a", count: 257)),
        (.webhookID, "\u{E9}"), (.webhookSignature, ""), (.webhookSignature, String(repeating: "v1,AAAA ", count: 17)),
    ])
    func `broken fields are malformed`(_ name: HTTPField.Name, _ value: String) throws {
        var fields = fields(printed)
        fields[name] = value

        let error = #expect(throws: SigningError.self) { try verify(fields) }

        #expect(error?.description.hasPrefix("malformed \(name.canonicalName)") == true)
    }

    @Test func `a changed identifier, time or body is refused`() throws {
        var renamed = fields(printed)
        renamed[.webhookID] = "msg_other"
        var later = fields(printed)
        later[.webhookTimestamp] = String(timestamp + 1)
        let secret = try #require(StandardWebhook.secret(written))

        #expect(throws: SigningError.badSignature) { try verify(renamed) }
        #expect(throws: SigningError.badSignature) { try verify(later) }
        #expect(throws: SigningError.badSignature) {
            try StandardWebhook.verify(
                fields: fields(printed), body: body + [32], secrets: [secret], keys: [], now: timestamp)
        }
    }

    @Test func `secrets and public keys are read as they are handed out`() throws {
        let raw = try #require(Hex.decode("26b40b8f93fff3d897112f7ebc582b232dbd72517d082fe83cfb30ddce43d1bb"))

        let key = try #require(StandardWebhook.key("whpk_" + Base64.encode(raw)))

        #expect(try key.pem() == RFC9421Example.pem("test-key-ed25519-public"))
        #expect(StandardWebhook.key("whpk_AAAA") == nil)
        #expect(StandardWebhook.secret(written)?.count == 24)
        #expect(StandardWebhook.secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") == nil)
        #expect(StandardWebhook.secret("whsec_AAAA") == nil)
        #expect(StandardWebhook.secret("whsec_*") == nil)
    }

    @Test func `the Python package accepts ours and we accept its`() throws {
        let secret = try #require(StandardWebhook.secret(written))
        let ours = StandardWebhook.sign(id: "evt_1", timestamp: timestamp, body: body, secret: secret)
        let question: [String: Any] = [
            "secret": written, "now": Int(timestamp), "id": id, "body": String(decoding: body, as: UTF8.self),
            "fields": [
                "webhook-id": "evt_1", "webhook-timestamp": String(timestamp), "webhook-signature": "v1,AAAA \(ours)",
            ],
        ]

        let verdict = try ForeignJudge.ask("judge_webhook.py", question.merging(["work": "verify"]) { $1 })
        let late = try ForeignJudge.ask(
            "judge_webhook.py", question.merging(["work": "verify", "now": Int(timestamp) + 301]) { $1 })
        let made = try ForeignJudge.ask("judge_webhook.py", question.merging(["work": "sign"]) { $1 })

        #expect(verdict["verified"] as? Bool == true)
        #expect(late["refused"] as? String == "Message timestamp too old")
        #expect(try verify(fields(try #require(made["signature"] as? String))) == id)
    }
}
