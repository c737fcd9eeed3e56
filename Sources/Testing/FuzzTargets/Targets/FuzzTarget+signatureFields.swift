// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

extension FuzzTarget {
    /// Texts that the signatures are made of, each by itself: fields, digests, base64, keys.
    static let signatureFields = FuzzTarget(
        "signature-fields",
        words: [
            "sig1=", "(\"@method\" \"@target-uri\")", ";created=1", ";keyid=\"k\"", ";alg=\"ed25519\"", ":AA==:",
            "sha-256=:", "sha-512=:", "whsec_", "whpk_", "?1", "@1", "%\"f%c3\"", ";sf", ";bs", ";req", ";key=\"a\"",
            "-----BEGIN PUBLIC KEY-----\n", "-----END PUBLIC KEY-----\n", "-----BEGIN PRIVATE KEY-----\n",
        ], longest: 1024
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        var isRead = false
        if let bytes = Base64.decode(text) {
            guard Base64.encode(bytes) == text else { return .broken("two texts of base64 are one byte string") }
            isRead = true
        }
        if let bytes = Base64.decodeURL(text) {
            guard Base64.encodeURL(bytes) == text else { return .broken("two texts of base64url are one byte string") }
            isRead = true
        }
        if let secret = StandardWebhook.secret(text) {
            guard (24...64).contains(secret.count) else { return .broken("a secret of \(secret.count) bytes") }
        }
        do throws(SigningError) {
            if text.hasPrefix("-----") { return try pem(text) }
            var fields = HTTPFields()
            fields.append(HTTPField(name: .signatureInput, value: input))
            let signatures = try MessageSignature.parameters(in: fields)
            guard Set(signatures.map(\.label)).count == signatures.count else { return .broken("a label twice") }
            for signature in signatures { _ = try? base(of: signature.parameters) }
            try? ContentDigest.verify(text, body: input)
            return isRead || !signatures.isEmpty ? .read : .refused
        } catch {
            return .of(Sentence.fault(of: "\(error)"), otherwise: isRead ? .read : .refused)
        }
    }

    /// A key that was read is written as a text that is read as the same key.
    private static func pem(_ text: String) throws(SigningError) -> Verdict {
        let key = try VerifyingKey(pem: text)
        let written = try key.pem()
        return try VerifyingKey(pem: written).pem() == written ? .read : .broken("a key changed")
    }

    private static func base(of parameters: SignatureParameters) throws(SigningError) {
        let request = HTTPRequest(
            method: .get, scheme: "https", authority: "pay.example", path: "/v1/payments?order_no=7&a=%20b",
            headerFields: [.contentDigest: ContentDigest.field(of: [])])
        let base = try MessageSignature.base(of: request, parameters: parameters)
        // One line a component, and one for the parameters: more would be a signature over something else.
        guard base.utf8.filter({ $0 == UInt8(ascii: "\n") }).count == parameters.components.count else {
            preconditionFailure("a component forged a line of the signature base")
        }
    }
}
