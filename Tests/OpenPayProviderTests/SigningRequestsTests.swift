// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Signing requests` {
    let attempt = Platform().attempt(of: cny(1250))

    @Test func `what is done covers five components in their order`() throws {
        let provider = try Platform().provider(selling: .cny)

        let request = try request(
            provider.createPayment(for: attempt), at: Platform.start + .milliseconds(1999))

        let signature = try #require(
            try MessageSignature.parameters(in: request.head.headerFields).first)
        #expect(
            signature.parameters
                == SignatureParameters(
                    components: [
                        .method, .targetURI, .field("content-digest"), .field("idempotency-key"),
                        .field("openpay-merchant"),
                    ], created: 1_767_225_601, expires: 1_767_225_901,
                    nonce: "AQEBAQEBAQEBAQEBAQEBAQ",
                    keyID: "key_1", algorithm: "ed25519", tag: "openpay"))
    }

    @Test func `a question covers what it has`() throws {
        let provider = try Platform().provider(selling: .cny)

        let request = try request(provider.queryPayment(of: attempt))

        let signature = try #require(
            try MessageSignature.parameters(in: request.head.headerFields).first)
        #expect(
            signature.parameters.components == [.method, .targetURI, .field("openpay-merchant")])
        #expect(request.body.isEmpty)
    }

    @Test(arguments: [SignatureAlgorithm.ed25519, .ecdsaP256, .hmac])
    func `the signature is of the merchant's key`(algorithm: SignatureAlgorithm) throws {
        let platform = Platform(algorithm: algorithm)
        let provider = try platform.provider(selling: .cny)

        let request = try request(provider.createPayment(for: attempt))

        let key =
            algorithm == .hmac
            ? VerifyingKey(secret: try #require(Base64.decode(Keys.sharedSecret)))
            : try SigningKey(pem: platform.privateKey).verifyingKey
        let parameters = try MessageSignature.verify(
            request.head, label: "sig1", key: key, algorithm: algorithm, requiring: [])
        #expect(parameters.algorithm == algorithm.rawValue)
    }

    @Test func `a request has the gateway's address and no other`() throws {
        let provider = try Platform().provider(selling: .cny)

        let request = try request(provider.createPayment(for: attempt))

        #expect(request.head.scheme == "https")
        #expect(request.head.authority == "pay.example")
        #expect(try Platform().settings().hosts == ["pay.example"])
    }
}
