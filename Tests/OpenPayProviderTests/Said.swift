// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import Testing
import TillCore

/// What the platform says, before it is signed.
struct Said: Sendable, CustomTestStringConvertible {
    var status: Int
    var body: String
    /// What the signature covers.
    var components: [SignatureComponent] = [
        .status, .field("content-digest"), SignatureComponent.field("signature").fromRequest,
    ]
    var keyID: String? = "platform_1"
    var key = Keys.platform
    var tag: String? = "openpay"
    var expiresAfter: Int64?
    /// What the digest is made of, if not of the body.
    var digested: String?

    init(_ status: Int, _ body: String) {
        self.status = status
        self.body = body
    }

    var testDescription: String { "\(status) \(body)" }

    /// Signs it as the answer to a request.
    func reply(to request: ProviderRequest, at time: Timestamp = Platform.start) throws
        -> ProviderReply
    {
        let bytes = Array(body.utf8)
        var head = HTTPResponse(
            status: .init(code: status),
            headerFields: [
                .contentType: status < 400 ? "application/json" : "application/problem+json",
                .contentDigest: ContentDigest.field(of: digested.map { Array($0.utf8) } ?? bytes),
            ])
        let created = time.milliseconds / 1000
        try MessageSignature.sign(
            &head, answering: request.head, with: try SigningKey(pem: key), algorithm: .ed25519,
            parameters: SignatureParameters(
                components: components, created: created,
                expires: expiresAfter.map { created + $0 },
                keyID: keyID, tag: tag))
        return ProviderReply(head: head, body: bytes, request: request)
    }

    /// The same with other members.
    func with(_ change: (inout Said) -> Void) -> Said {
        var said = self
        change(&said)
        return said
    }
}
