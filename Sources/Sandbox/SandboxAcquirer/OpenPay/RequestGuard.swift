// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

/// Decides whether a request is what a merchant signed, fresh and for the first time.
///
/// Source: OpenPay, section 1; RFC 9421, section 3.2.
struct RequestGuard {
    /// The longest that a signature may be valid, in seconds.
    static let longestLife: Int64 = 300
    /// How long nonces are remembered, in milliseconds.
    static let nonceMemory: Int64 = 15 * 60_000
    /// What `tag` says.
    static let tag = "openpay"

    /// Where merchants, keys and nonces are.
    let books: BooksWrite
    /// Keys that were read already.
    let keys: KeyCache
    /// By which nonces are remembered, in milliseconds since 1970 UTC.
    let now: Int64
    /// By which signatures are fresh or not, in milliseconds since 1970 UTC.
    let clock: Int64

    /// Lets a request in, and remembers its nonce.
    ///
    /// - Returns: whose it is.
    func admit(_ request: HTTPRequest, body: [UInt8], from address: String) throws -> Merchant {
        let (label, parameters) = try signature(of: request)
        guard let number = request.headerFields[.openPayMerchant] else {
            throw Problem(.badSignature, "the field OpenPay-Merchant is needed", field: "OpenPay-Merchant")
        }
        guard let keyID = parameters.keyID, let merchant = try books.merchant(number),
            let key = try books.key(keyID, of: merchant.id)
        else {
            throw Problem(.badSignature, "keyid names no key of this merchant", field: "keyid")
        }
        try check(parameters, of: request, body: body, with: key)
        do throws(SigningError) {
            _ = try MessageSignature.verify(
                request, label: label, key: try keys.key(key), algorithm: key.algorithm,
                requiring: parameters.components)
        } catch {
            throw Problem(.badSignature, "\(error)", field: "Signature")
        }
        try checkDigest(of: request, body: body)
        try check(address: address, of: merchant)
        try checkFreshness(parameters, isPost: request.method == .post)
        guard let nonce = parameters.nonce,
            try books.keepNonce(nonce, key: keyID, of: merchant.id, at: now, forgetting: now - Self.nonceMemory)
        else {
            var problem = Problem(
                .nonceReused, "this nonce was seen in the last 15 minutes: sign with a new one", field: "nonce")
            problem.isUnknown = request.method == .post
            throw problem
        }
        return merchant
    }

    private func signature(of request: HTTPRequest) throws(Problem) -> (String, SignatureParameters) {
        let all: [(label: String, parameters: SignatureParameters)]
        do throws(SigningError) {
            all = try MessageSignature.parameters(in: request.headerFields)
        } catch {
            throw Problem(.badSignature, "\(error)", field: "Signature-Input")
        }
        let ours = all.filter { $0.parameters.tag == Self.tag }
        guard ours.count == 1 else {
            throw Problem(.badSignature, "one signature with tag=\"\(Self.tag)\" is needed", field: "Signature-Input")
        }
        return (ours[0].label, ours[0].parameters)
    }

    private func check(
        _ parameters: SignatureParameters, of request: HTTPRequest, body: [UInt8], with key: MerchantKey
    ) throws(Problem) {
        var expected: [SignatureComponent] = [.method, .targetURI]
        if !body.isEmpty || request.headerFields[.contentDigest] != nil { expected.append(.field("content-digest")) }
        if request.method == .post { expected.append(.field("idempotency-key")) }
        expected.append(.field("openpay-merchant"))
        if request.method == .post, request.headerFields[.idempotencyKey] == nil {
            throw .invalid("Idempotency-Key", "this field is needed on every POST")
        }
        guard parameters.components == expected else {
            let names = expected.map { "\"\($0.name)\"" }.joined(separator: " ")
            throw Problem(.badSignature, "cover exactly \(names), in this order", field: "Signature-Input")
        }
        guard parameters.algorithm == key.algorithm.rawValue else {
            throw Problem(.badSignature, "alg has to be that of the key", field: "alg")
        }
        guard let created = parameters.created, let expires = parameters.expires, created >= 0, created <= expires,
            expires <= 253_402_300_799, expires - created <= Self.longestLife
        else {
            throw Problem(
                .badSignature, "created and expires are needed, at most \(Self.longestLife) s apart", field: "expires")
        }
        guard let nonce = parameters.nonce, Base64.decodeURL(nonce)?.count == 16 else {
            throw Problem(.badSignature, "a nonce of 16 bytes in base64url is needed", field: "nonce")
        }
    }

    private func checkDigest(of request: HTTPRequest, body: [UInt8]) throws(Problem) {
        guard let digest = request.headerFields[.contentDigest] else { return }
        do throws(SigningError) {
            try ContentDigest.verify(digest, body: body)
        } catch {
            throw Problem(.badSignature, "\(error)", field: "Content-Digest")
        }
    }

    private func check(address: String, of merchant: Merchant) throws(Problem) {
        let isAllowed = merchant.allowed.isEmpty || merchant.allowed.contains(address)
        guard isAllowed, !merchant.denied.contains(address) else {
            throw Problem(.addressRefused, "the merchant's lists do not let this address call")
        }
    }

    private func checkFreshness(_ parameters: SignatureParameters, isPost: Bool) throws(Problem) {
        let seconds = clock / 1000
        let created = parameters.created ?? 0
        let expires = parameters.expires ?? 0
        guard seconds - created > Self.longestLife || created - seconds > Self.longestLife || seconds > expires else {
            return
        }
        var problem = Problem(.clockSkew, "the signature is not of now: set the clock by server_time", field: "created")
        problem.isUnknown = isPost
        throw problem
    }
}
