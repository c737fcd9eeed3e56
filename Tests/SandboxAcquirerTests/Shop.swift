// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Synchronization
import Testing

@testable import SandboxAcquirer

/// A merchant with its bank: signs requests, checks the answers' signatures, and moves the time.
final class Shop {
    let books: Books
    let bank: OpenPayBank
    let platform: SigningKey
    let key: SigningKey
    let merchant: String
    static let secret = Array("0123456789abcdef0123456789abcdef".utf8)
    static let start: Int64 = 1_772_357_400_000  // 2026-03-01T09:30:00Z
    static let notifyURL = "http://127.0.0.1:8472/notify/main"
    var now = Shop.start
    private var signed = 0

    init(
        script: String = "manual", books: Books? = nil, merchant: String = "M-42", scriptsByAmount: Bool = false,
        allowed: [String] = [], denied: [String] = [], file: ScriptFile? = nil, isKnown: Bool = false,
        keys: (platform: SigningKey, merchant: SigningKey)? = nil, keeping: ExchangeKeeping = ExchangeKeeping()
    ) throws {
        self.books = try books ?? Books()
        self.merchant = merchant
        platform = try keys?.platform ?? .generateEd25519()
        key = try keys?.merchant ?? .generateEd25519()
        let state = Mutex<UInt64>(7)
        bank = OpenPayBank(
            books: self.books, keys: PlatformKeys(signing: platform), baseURL: "http://127.0.0.1:8471", scripts: file,
            keeping: keeping
        ) {
            state.withLock { state in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return mixed ^ (mixed >> 31)
            }
        }
        guard !isKnown else { return }
        try self.books.add(
            Merchant(
                id: merchant, name: "Tea & Co", currency: "CNY", script: try Script(script),
                scriptsByAmount: scriptsByAmount,
                webhookSecret: Shop.secret, allowed: allowed, denied: denied),
            key: MerchantKey(id: "key_1", algorithm: .ed25519, material: try key.verifyingKey.pem()))
    }

    /// A signed request, before anything is changed in it.
    func request(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", idempotencyKey: String? = nil,
        key: SigningKey? = nil, algorithm: SignatureAlgorithm = .ed25519, keyID: String = "key_1",
        change: (inout SignatureParameters) -> Void = { _ in }
    ) throws -> HTTPRequest {
        signed += 1
        var request = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:8471", path: path)
        var components: [SignatureComponent] = [.method, .targetURI]
        if !body.isEmpty {
            request.headerFields[.contentType] = "application/json"
            request.headerFields[.contentDigest] = ContentDigest.field(of: Array(body.utf8))
            components.append(.field("content-digest"))
        }
        if method == .post {
            request.headerFields[try #require(HTTPField.Name("Idempotency-Key"))] = idempotencyKey ?? "key-\(signed)"
            components.append(.field("idempotency-key"))
        }
        request.headerFields[try #require(HTTPField.Name("OpenPay-Merchant"))] = merchant
        components.append(.field("openpay-merchant"))
        let nonce = (0..<16).map { UInt8(truncatingIfNeeded: signed >> ($0 * 8)) }
        var parameters = SignatureParameters(
            components: components, created: now / 1000, expires: now / 1000 + 60, nonce: Base64.encodeURL(nonce),
            keyID: keyID, algorithm: algorithm.rawValue, tag: "openpay")
        change(&parameters)
        request.headerFields[try #require(HTTPField.Name("OpenPay-Merchant"))] = merchant
        try MessageSignature.sign(&request, with: key ?? self.key, algorithm: algorithm, parameters: parameters)
        return request
    }

    /// Sends a request and checks the signature of what comes back.
    func send(_ request: HTTPRequest, _ body: String = "", from address: String = "127.0.0.1") throws -> Seen {
        switch bank.answer(request, body: Array(body.utf8), from: address, now: now) {
        case .answer(let response, let bytes, let delay):
            let seen = Seen(response: response, body: bytes, delay: delay)
            try check(seen, of: request)
            return seen
        case .lost(let delay): throw Lost(bytes: nil, delay: delay)
        case .cut(_, _, let bytes, let delay): throw Lost(bytes: bytes, delay: delay)
        }
    }

    func check(_ seen: Seen, of request: HTTPRequest) throws {
        var needed: [SignatureComponent] = [.status, .field("content-digest")]
        if request.headerFields[.signature] != nil { needed.append(SignatureComponent.field("signature").fromRequest) }
        let parameters = try MessageSignature.verify(
            seen.response, answering: request, label: "sig1", key: platform.verifyingKey, algorithm: .ed25519,
            requiring: needed)
        #expect(parameters.components == needed)
        #expect(parameters.keyID == "platform_1")
        try ContentDigest.verify(try #require(seen.response.headerFields[.contentDigest]), body: seen.body)
    }

    func get(_ path: String) throws -> Seen { try send(request(.get, path)) }

    func post(_ path: String, _ body: String = "", idempotencyKey: String? = nil) throws -> Seen {
        try send(request(.post, path, body, idempotencyKey: idempotencyKey), body)
    }

    /// The body of a create.
    static func body(
        _ orderNo: String, _ value: Int64 = 1250, expires: Int64 = Shop.start + 600_000, notify: Bool = true,
        more: String = ""
    ) -> String {
        """
        {"order_no":"\(orderNo)","amount":{"value":\(value),"currency":"CNY"},"subject":"Tea <b>","flow":"show_code",\
        "expires_at":"\(RFC3339.text(expires))",\(notify ? "\"notify_url\":\"\(notifyURL)\"," : "")\
        "terminal":{"id":"T-1","fingerprint":"f0","store":"S-1"}\(more)}
        """
    }

    func create(_ orderNo: String, _ value: Int64 = 1250) throws -> Seen.Payment {
        try post("/v1/payments", Shop.body(orderNo, value)).payment()
    }

    func pay(_ payment: Seen.Payment) throws { _ = try phone(.post, "\(payment.path)/pay") }

    /// What the phone sees; the phone's answers are not signed.
    func phone(_ method: HTTPRequest.Method, _ path: String, json: Bool = false) throws -> Seen {
        var request = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:8471", path: path)
        if json { request.headerFields[.accept] = "application/json" }
        guard case .answer(let response, let body, _) = bank.answer(request, body: [], from: "10.0.0.9", now: now)
        else {
            throw Lost(bytes: nil, delay: 0)
        }
        return Seen(response: response, body: body, delay: 0)
    }

    /// Lets time pass from one due thing to the next and reports every notify with a status.
    func pass(_ milliseconds: Int64, answering status: (NotifyDelivery) -> Int? = { _ in 204 }) throws -> [Sent] {
        var sent: [Sent] = []
        let end = now + milliseconds
        while let due = try bank.nextDue(), due <= end {
            now = max(now, due)
            for delivery in try bank.advance(to: now) {
                sent.append(Sent(delivery: delivery, at: now))
                try bank.delivered(delivery.id, status: status(delivery), now: now)
            }
        }
        now = end
        return sent
    }

    func payment(_ orderNo: String) throws -> Seen.Payment { try get("/v1/payments?order_no=\(orderNo)").payment() }

    /// What is held for an order number, in minor units by currency.
    func held(_ orderNo: String) throws -> [String: Int64] {
        Dictionary(try books.held(orderNo: orderNo).map { ($0.amount.currency, $0.amount.value) }, uniquingKeysWith: +)
    }
}
