// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import HTTPTypes
import Signing
import Testing

/// A merchant that was registered on the command line and speaks over the loopback.
struct Account {
    let merchant: String
    let server: String
    let key: SigningKey
    var platform: VerifyingKey
    let secret: [UInt8]
    private let transport: HTTPTransport

    struct Answer { let status: Int, body: Data }

    /// Registers a merchant.
    init(_ running: Running, id: String, script: String, out: String) throws {
        let added = try Program.run(
            "merchant", "add", "--state", running.state, "--name", "Tea house", "--currency", "CNY", "--out", out,
            "--id", id,
            "--script", script)
        try #require(added.status == 0, "\(added.errors)")
        try self.init(server: running.server, id: id, out: out)
    }

    /// Reads what a registration wrote.
    init(server: String, id: String, out: String) throws {
        merchant = id
        self.server = server
        key = try SigningKey(pem: String(contentsOfFile: "\(out)/\(id).pem", encoding: .utf8))
        platform = try VerifyingKey(pem: String(contentsOfFile: "\(out)/openpay-platform.pem", encoding: .utf8))
        let text = try String(contentsOfFile: "\(out)/\(id)-webhook-secret", encoding: .utf8)
        secret = try #require(StandardWebhook.secret(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        transport = try HTTPTransport()
    }

    /// Sends a signed request and verifies the answer.
    func send(_ method: HTTPRequest.Method, _ path: String, _ body: String = "", now: Int64? = nil) async throws
        -> Answer
    {
        let url = try #require(URL(string: server))
        let authority = "\(url.host ?? ""):\(url.port ?? 0)"
        var request = HTTPRequest(method: method, scheme: "http", authority: authority, path: "/v1" + path)
        var components: [SignatureComponent] = [.method, .targetURI]
        if !body.isEmpty {
            request.headerFields[.contentType] = "application/json"
            request.headerFields[.contentDigest] = ContentDigest.field(of: Array(body.utf8))
            components.append(.field("content-digest"))
        }
        if method == .post {
            request.headerFields[try #require(.init("Idempotency-Key"))] = UUID().uuidString
            components.append(.field("idempotency-key"))
        }
        request.headerFields[try #require(.init("OpenPay-Merchant"))] = merchant
        components.append(.field("openpay-merchant"))
        let created = now ?? Int64(Date().timeIntervalSince1970)
        let parameters = SignatureParameters(
            components: components, created: created, expires: created + 120,
            nonce: Base64.encodeURL((0..<16).map { _ in UInt8.random(in: .min ... .max) }), keyID: "key_1",
            algorithm: "ed25519",
            tag: "openpay")
        try MessageSignature.sign(&request, with: key, algorithm: .ed25519, parameters: parameters)
        let answer = try await transport.send(
            TransportRequest(head: request, body: Array(body.utf8), limit: TransportLimits(total: .seconds(60))))
        _ = try MessageSignature.verify(
            answer.head, answering: request, label: "sig1", key: platform, algorithm: .ed25519,
            requiring: [.status, .field("content-digest"), SignatureComponent.field("signature").fromRequest])
        try ContentDigest.verify(try #require(answer.head.headerFields[.contentDigest]), body: answer.body)
        return Answer(status: answer.head.status.code, body: Data(answer.body))
    }

    /// The body of a create.
    static func body(_ orderNo: String, notify: String? = nil) -> String {
        """
        {"order_no":"\(orderNo)","amount":{"value":1250,"currency":"CNY"},"subject":"Tea","flow":"show_code",\
        "expires_at":"2099-01-01T00:00:00+08:00",\(notify.map { "\"notify_url\":\"\($0)\"," } ?? "")\
        "terminal":{"id":"T-1","fingerprint":"f0","store":"S-1"}}
        """
    }
}
