// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Testing

@testable import Signing

/// Source: RFC 9421, appendix B.2.
@Suite struct `The examples of RFC 9421` {
    @Test(arguments: RFC9421Example.all)
    func `every printed signature verifies`(_ example: RFC9421Example) throws {
        let expected = 1_618_884_473

        let parameters = try example.verify()

        #expect(parameters.created == Int64(expected))
        #expect(parameters.keyID == (example.keyFile ?? "test-shared-secret"))
    }

    @Test(arguments: RFC9421Example.all)
    func `the signature base is the printed one`(_ example: RFC9421Example) throws {
        let fields = example.signed([:])
        var parameters = try #require(try MessageSignature.parameters(in: fields).first).parameters
        parameters.nonce = nil  // The RFC writes it after keyid, we write it before: only B.2.1 has one.

        let base =
            try example.isResponse
            ? MessageSignature.base(
                of: RFC9421Example.response, answering: RFC9421Example.request, parameters: parameters)
            : MessageSignature.base(of: RFC9421Example.request, parameters: parameters)

        #expect(base == example.base.replacing(#";nonce="b3k2pp5k7z-50gnwp.yemd""#, with: ""))
    }

    @Test(arguments: [RFC9421Example.shared, RFC9421Example.edwards])
    func `signing without chance gives the printed fields`(_ example: RFC9421Example) throws {
        var request = RFC9421Example.request
        let parameters = try #require(try MessageSignature.parameters(in: example.signed([:])).first).parameters

        try MessageSignature.sign(
            &request, with: example.signingKey(), algorithm: example.algorithm, parameters: parameters,
            label: example.label)

        #expect(request.headerFields == example.signed(RFC9421Example.request.headerFields))
    }

    @Test(arguments: RFC9421Example.all)
    func `signing with chance verifies and differs each time`(_ example: RFC9421Example) throws {
        let message = Array(example.base.utf8)
        let key = try example.signingKey()

        let first = try key.sign(message, with: example.algorithm)
        let second = try key.sign(message, with: example.algorithm)

        #expect(try example.verifyingKey().isValid(first, of: message, with: example.algorithm))
        #expect(key.verifyingKey.isValid(second, of: message, with: example.algorithm))
        #expect((first == second) == [.hmac, .ed25519].contains(example.algorithm))
    }

    @Test(arguments: RFC9421Example.all)
    func `one changed bit anywhere in the signature is refused`(_ example: RFC9421Example) throws {
        let key = try example.verifyingKey()
        let message = Array(example.base.utf8)
        let signature = try #require(Base64.decode(example.signature))

        let accepted = signature.indices.filter { index in
            var changed = signature
            changed[index] ^= 1 << UInt8(index % 8)
            return key.isValid(changed, of: message, with: example.algorithm)
        }

        #expect(key.isValid(signature, of: message, with: example.algorithm))
        #expect(accepted == [])
    }

    @Test(arguments: RFC9421Example.all)
    func `one changed bit anywhere in the message is refused`(_ example: RFC9421Example) throws {
        let key = try example.verifyingKey()
        let message = Array(example.base.utf8)
        let signature = try #require(Base64.decode(example.signature))

        let accepted = message.indices.filter { index in
            var changed = message
            changed[index] ^= 1 << UInt8(index % 8)
            return key.isValid(signature, of: changed, with: example.algorithm)
        }

        #expect(accepted == [])
    }

    @Test(arguments: RFC9421Example.all)
    func `a shorter, longer or empty signature is refused`(_ example: RFC9421Example) throws {
        let key = try example.verifyingKey()
        let message = Array(example.base.utf8)
        let signature = try #require(Base64.decode(example.signature))

        let answers = [Array(signature.dropLast()), signature + [0], [0] + signature, []].map {
            key.isValid($0, of: message, with: example.algorithm)
        }

        #expect(answers == [false, false, false, false])
    }

    @Test(arguments: [RFC9421Example.full, .answer, .shared, .edwards])
    func `a changed covered field is refused and a changed other field is not`(_ example: RFC9421Example) throws {
        let name = HTTPField.Name.contentType

        #expect(throws: SigningError.badSignature) { try example.verify { $0[name] = "text/plain" } }
        #expect(throws: SigningError.missing("field content-type")) { try example.verify { $0[name] = nil } }
        #expect(throws: Never.self) { try example.verify { $0[.userAgent] = "someone" } }
    }

    @Test func `a key never verifies with the algorithm of another`() throws {
        let keys = try RFC9421Example.all.map { try $0.verifyingKey() }

        for example in RFC9421Example.all {
            let signature = try #require(Base64.decode(example.signature))
            let valid = keys.filter { $0.isValid(signature, of: Array(example.base.utf8), with: example.algorithm) }

            #expect(valid.count == (example.algorithm == .rsaPSS ? 3 : 1))
        }
    }

    @Test func `the digests of the example messages match their bodies`() throws {
        let request = RFC9421Example.requestBody
        let response = RFC9421Example.responseBody

        #expect(throws: Never.self) { try ContentDigest.verify(RFC9421Example.requestDigest, body: request) }
        #expect(throws: Never.self) { try ContentDigest.verify(RFC9421Example.responseDigest, body: response) }
        #expect(throws: SigningError.badDigest) {
            try ContentDigest.verify(RFC9421Example.requestDigest, body: response)
        }
    }
}
