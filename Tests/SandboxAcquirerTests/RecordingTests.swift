// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Synchronization
import Testing

@testable import SandboxAcquirer

@Suite struct `A recorded session` {
    /// The lines of a recording.
    private final class Tape: Sendable {
        private let lines = Mutex<[String]>([])

        var text: [String] { lines.withLock { $0 } }

        func shop(_ script: String = "manual", file: ScriptFile? = nil) throws -> Shop {
            let keeping = ExchangeKeeping { line in
                self.lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
            }
            let shop = try Shop(script: script, file: file, keeping: keeping)
            try shop.bank.startRecording()
            return shop
        }
    }

    private func replayed(_ lines: [String]) throws -> [ReplayedExchange] {
        let start = try #require(lines.first)
        var replay = try Replay(Array(start.utf8), secret: Shop.secret) { try SigningKey.generateEd25519() }
        return try lines.dropFirst().map { try replay.play(Array($0.utf8)) }
    }

    private func differences(_ lines: [String]) throws -> [String] { try replayed(lines).flatMap(\.differences) }

    private func control(_ shop: Shop, _ method: HTTPRequest.Method, _ path: String, _ body: String) throws {
        var request = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:8471", path: path)
        request.headerFields[.contentType] = "application/json"
        #expect(try shop.send(request, body).status == 200)
    }

    @Test(arguments: SaleOutcome.all)
    func `comes out as it was, whatever the acquirer did`(outcome: SaleOutcome) throws {
        let tape = Tape()
        let till = ModelTill(try tape.shop(), header: outcome.name)
        try till.sell()
        _ = try till.refundOne()
        _ = try till.compare()

        let exchanges = try replayed(tape.text)

        #expect(exchanges.count >= 2)
        #expect(exchanges.filter { !$0.differences.isEmpty } == [])
        #expect(exchanges.first?.what == "POST /v1/payments")
        #expect(exchanges.first?.line == 2)
    }

    @Test func `comes out as it was with phones, consoles, queues, files, new merchants and new keys`() throws {
        let tape = Tape()
        let shop = try tape.shop(file: try ScriptFile("manual\nlate-money\n"))
        let payment = try shop.create("A-1")
        _ = try shop.phone(.get, payment.path)
        try shop.pay(payment)
        _ = try shop.pass(7000) { $0.attempt == 1 ? 500 : 204 }
        try control(shop, .post, "/sandbox/refunds", #"{"order_no":"A-1","amount":250}"#)
        try control(shop, .post, "/sandbox/scripts", #"{"script":"payer-declines","times":2}"#)
        let key = try SigningKey.generateEd25519()
        let pem = try key.pem().replacingOccurrences(of: "\n", with: "\\n")
        let secret = "whsec_" + Base64.encode([UInt8](repeating: 5, count: 32))
        try control(
            shop, .post, "/sandbox/keys",
            #"{"id":"platform_2","key":"\#(pem)","merchant":"M-42","webhook_secret":"\#(secret)","after_ms":60000}"#)
        let publicKey = try key.verifyingKey.pem().replacingOccurrences(of: "\n", with: "\\n")
        try control(
            shop, .post, "/sandbox/merchants",
            #"{"id":"M-7","name":"Kiosk","currency":"CNY","key":"key_1","public_key":"\#(publicKey)","webhook_secret":"\#(secret)"}"#
        )
        _ = try shop.create("A-2")
        _ = try shop.pass(86_400_000)

        #expect(try differences(tape.text) == [])
        #expect(tape.text.count > 8)
    }

    @Test func `comes out as it was when somebody looked at the books meanwhile`() throws {
        let tape = Tape()
        let shop = try tape.shop("paid_after:3+paid_twice")
        _ = try shop.create("A-1")
        shop.now += 3000
        let look = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:8471", path: "/sandbox/books")
        _ = try shop.send(look)
        let before = tape.text.count
        _ = try shop.send(look)
        _ = try shop.pass(2000)
        _ = try shop.payment("A-1")

        #expect(try differences(tape.text) == [])
        #expect(tape.text.count { $0.contains(#""kind":"settled""#) } == 1)
        #expect(before == 3)
    }

    @Test func `has no secret in it`() throws {
        let tape = Tape()
        let shop = try tape.shop("paid_at_once")
        _ = try shop.create("A-1")
        _ = try shop.pass(1000)
        let key = try SigningKey.generateEd25519()
        let pem = try key.pem()
        let secret = Base64.encode([UInt8](repeating: 5, count: 32))
        let body = try JSONSerialization.data(withJSONObject: [
            "id": "platform_2", "key": pem, "merchant": "M-42", "webhook_secret": "whsec_" + secret,
        ])
        try control(shop, .post, "/sandbox/keys", String(decoding: body, as: UTF8.self))

        let text = tape.text.joined(separator: "\n")

        for hidden in [secret, Base64.encode(Shop.secret), "PRIVATE KEY"] {
            #expect(!text.contains(hidden), "\(hidden)")
        }
        #expect(text.contains("***"))
    }

    @Test(arguments: [
        (#""status":201"#, #""status":200"#, "answer.status is 201, and was 200"),
        (#"\"status\":\"created\""#, #"\"status\":\"paid\""#, #"answer.body.status is "created", and was "paid""#),
        (#""wire":"whole""#, #""wire":"lost""#, #"answer.wire is "whole", and was "lost""#),
        (#"["Cache-Control","no-store"]"#, #"["Cache-Control","private"]"#, #"answer.cache-control is "no-store""#),
    ])
    func `says where an answer is not what it was`(found: String, put: String, told: String) throws {
        let tape = Tape()
        _ = try tape.shop().create("A-1")
        let changed = tape.text.map { $0.replacingOccurrences(of: found, with: put) }
        try #require(changed != tape.text)

        let said = try differences(changed)

        #expect(said.count { $0.hasPrefix(told) } == 1)
    }

    @Test func `says that a notify is not what it was, and that fewer or more chances were taken`() throws {
        let tape = Tape()
        let shop = try tape.shop("paid_at_once")
        _ = try shop.create("A-1")
        _ = try shop.pass(0)
        let notify = tape.text.map { $0.replacingOccurrences(of: "payment.paid", with: "payment.lost") }
        let more = tape.text.map { $0.replacingOccurrences(of: #""chance":["#, with: #""chance":["7","#) }
        let fewer = tape.text.map { $0.replacing(/"chance":\["[0-9]+",/, with: #""chance":["#) }

        #expect(try differences(notify).contains { $0.contains(#"sent[0].request.body.type is "payment.paid""#) })
        #expect(try differences(more).contains("fewer random numbers were drawn than then"))
        #expect(try differences(fewer).contains("more random numbers were drawn than then"))
    }

    @Test func `begins with books in which nothing happened`() throws {
        let used = try Shop()
        _ = try used.create("A-1")
        let queued = try Shop()
        try queued.books.enqueue([Script("never")])

        for shop in [used, queued] {
            let bank = OpenPayBank(
                books: shop.books, keys: PlatformKeys(signing: shop.platform), baseURL: "http://127.0.0.1:8471",
                keeping: ExchangeKeeping(record: { _ in }), random: { 0 })
            #expect(throws: RecordingError.notFresh) { try bank.startRecording() }
        }
    }

    @Test func `a merchant that signs with a secret is not recorded`() throws {
        let books = try Books()
        try books.add(
            Merchant(id: "M-1", name: "Tea", currency: "CNY"),
            key: MerchantKey(id: "key_1", algorithm: .hmac, material: Base64.encode([UInt8](repeating: 1, count: 32))))
        let bank = OpenPayBank(
            books: books, keys: PlatformKeys(signing: try .generateEd25519()), baseURL: "http://127.0.0.1:8471",
            keeping: ExchangeKeeping(record: { _ in }), random: { 0 })

        #expect(throws: RecordingError.secretKey(merchant: "M-1")) { try bank.startRecording() }
    }

    @Test(arguments: [
        ("", RecordingError.noRecording), ("{}", .noRecording), (#"{"recording":1}"#, .noRecording),
        (#"{"recording":9}"#, .newer(9)), ("[1]", .noRecording),
    ])
    func `what is no recording is refused`(line: String, error: RecordingError) throws {
        #expect(throws: error) { try replayed([line]) }
    }

    @Test(arguments: ["", "{}", #"{"kind":"request","at_ms":1}"#, #"{"kind":"x","at_ms":1}"#, "{"])
    func `a line that is none is named`(line: String) throws {
        let tape = Tape()
        _ = try tape.shop().create("A-1")

        #expect(throws: RecordingError.self) { try replayed(tape.text + [line]) }
        #expect(message { try replayed(tape.text + [line]) }?.hasPrefix("line 3: ") == true)
    }

    private func message<Value>(_ body: () throws -> Value) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
