// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

/// Makes the signed answers to one request.
///
/// Source: OpenPay, section 1: `"@status" "content-digest"` and, from the request, `"signature";req`.
struct SignedAnswer {
    /// What it signs with.
    let keys: PlatformKeys
    /// What is answered.
    let request: HTTPRequest
    /// Milliseconds since 1970 UTC.
    var now: Int64

    /// An answer with a JSON body.
    func json(_ status: HTTPResponse.Status, _ value: JSONValue) -> (HTTPResponse, [UInt8]) {
        message(status, "application/json", value.bytes, fields: [:])
    }

    /// An answer with a body of another type.
    func text(_ type: String, _ body: [UInt8]) -> (HTTPResponse, [UInt8]) {
        message(.ok, type, body, fields: [:])
    }

    /// An answer with a body of any type and status.
    func bytes(_ status: HTTPResponse.Status, _ type: String, _ body: [UInt8]) -> (HTTPResponse, [UInt8]) {
        message(status, type, body, fields: [:])
    }

    /// An answer with a problem document.
    func problem(_ problem: Problem) -> (HTTPResponse, [UInt8]) {
        var fields: HTTPFields = [:]
        if let allow = problem.allow { fields[.allow] = allow }
        if let wait = problem.retryAfter { fields[.retryAfter] = String((wait + 999) / 1000) }
        return message(problem.status, "application/problem+json", problem.document(now: now).bytes, fields: fields)
    }

    /// The same answer with a signature over another body.
    func badlySigned(_ message: (HTTPResponse, [UInt8])) -> (HTTPResponse, [UInt8]) {
        var response = message.0
        response.headerFields[.signature] = nil
        response.headerFields[.signatureInput] = nil
        let digest = response.headerFields[.contentDigest]
        response.headerFields[.contentDigest] = ContentDigest.field(of: message.1 + [0x20])
        sign(&response)
        response.headerFields[.contentDigest] = digest
        return (response, message.1)
    }

    private func message(
        _ status: HTTPResponse.Status, _ type: String, _ body: [UInt8], fields: HTTPFields
    ) -> (HTTPResponse, [UInt8]) {
        var response = HTTPResponse(status: status, headerFields: fields)
        response.headerFields[.contentType] = type
        response.headerFields[.cacheControl] = "no-store"
        response.headerFields[.contentDigest] = ContentDigest.field(of: body)
        sign(&response)
        return (response, body)
    }

    private func sign(_ response: inout HTTPResponse) {
        let own: [SignatureComponent] = [.status, .field("content-digest")]
        let asked =
            request.headerFields[.signature] == nil ? own : own + [SignatureComponent.field("signature").fromRequest]
        var plain = response
        do throws(SigningError) {
            try MessageSignature.sign(
                &response, answering: request, with: keys.signing, algorithm: .ed25519, parameters: parameters(asked))
        } catch {
            // A request can carry a Signature field that no signature can cover; the answer is then signed without it.
            do throws(SigningError) {
                try MessageSignature.sign(
                    &plain, answering: request, with: keys.signing, algorithm: .ed25519, parameters: parameters(own))
                response = plain
            } catch {
                // Without a signature the caller takes it for no answer, which is the truth about a platform that cannot sign.
                return
            }
        }
    }

    private func parameters(_ components: [SignatureComponent]) -> SignatureParameters {
        SignatureParameters(
            components: components, created: now / 1000, keyID: keys.id, algorithm: SignatureAlgorithm.ed25519.rawValue,
            tag: RequestGuard.tag)
    }
}
