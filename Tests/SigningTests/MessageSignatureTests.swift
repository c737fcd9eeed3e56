// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Testing

@testable import Signing

@Suite struct `Message signatures` {
    private let secret = SigningKey(secret: Array("a secret of both sides".utf8))
    private let parameters = SignatureParameters(
        components: [.method, .targetURI, .field("content-digest")], created: 1_700_000_000, expires: 1_700_000_300,
        nonce: "n-1", keyID: "merchant-7", algorithm: "hmac-sha256", tag: "openpay")

    private func signed(_ label: String = "sig1") throws -> HTTPRequest {
        var request = HTTPRequest(
            method: .post, scheme: "https", authority: "pay.example", path: "/v1/payments",
            headerFields: [.contentDigest: ContentDigest.field(of: [1, 2, 3])])
        try MessageSignature.sign(&request, with: secret, algorithm: .hmac, parameters: parameters, label: label)
        return request
    }

    private func verify(_ request: HTTPRequest, label: String = "sig1") throws -> SignatureParameters {
        try MessageSignature.verify(
            request, label: label, key: secret.verifyingKey, algorithm: .hmac, requiring: parameters.components)
    }

    @Test func `parameters are written in order and come back as they were`() throws {
        let request = try signed()

        let found = try MessageSignature.parameters(in: request.headerFields)

        #expect(
            request.headerFields[.signatureInput] == """
                sig1=("@method" "@target-uri" "content-digest");created=1700000000;expires=1700000300;nonce="n-1"\
                ;keyid="merchant-7";alg="hmac-sha256";tag="openpay"
                """)
        #expect(found.map(\.label) == ["sig1"])
        #expect(found.first?.parameters == parameters)
        #expect(try verify(request) == parameters)
    }

    @Test func `several signatures stand side by side`() throws {
        var request = try signed("first")
        let key = try SigningKey.generateEd25519()

        try MessageSignature.sign(
            &request, with: key, algorithm: .ed25519,
            parameters: SignatureParameters(components: [SignatureComponent.field("signature").member("first")]),
            label: "second")

        #expect(try MessageSignature.parameters(in: request.headerFields).map(\.label) == ["first", "second"])
        #expect(try verify(request, label: "first") == parameters)
        #expect(throws: Never.self) {
            try MessageSignature.verify(
                request, label: "second", key: key.verifyingKey, algorithm: .ed25519, requiring: [])
        }
        #expect(throws: SigningError.badSignature) {
            try MessageSignature.verify(
                request, label: "second", key: SigningKey.generateEd25519().verifyingKey, algorithm: .ed25519,
                requiring: [])
        }
    }

    @Test func `signatures in several field lines are found`() throws {
        var request = try signed("one")
        let other = try signed("two")
        request.headerFields.append(contentsOf: other.headerFields.filter { $0.name != .contentDigest })

        let labels = try MessageSignature.parameters(in: request.headerFields).map(\.label)

        #expect(labels == ["one", "two"])
        #expect(try verify(request, label: "two") == parameters)
    }

    @Test func `an answer covers the signature of its request`() throws {
        let request = try signed()
        var response = HTTPResponse(status: .ok)
        let bound = SignatureComponent.field("signature").fromRequest

        try MessageSignature.sign(
            &response, answering: request, with: secret, algorithm: .hmac,
            parameters: SignatureParameters(components: [.status, bound]))

        let verify = { (request: HTTPRequest) in
            try MessageSignature.verify(
                response, answering: request, label: "sig1", key: secret.verifyingKey, algorithm: .hmac,
                requiring: [.status, bound])
        }
        #expect(throws: Never.self) { try verify(request) }
        #expect(throws: SigningError.badSignature) { try verify(signed("other")) }
    }

    @Test func `a message without the label is not signed`() throws {
        let request = try signed()

        #expect(throws: SigningError.notSigned) { try verify(request, label: "sig2") }
        #expect(throws: SigningError.notSigned) {
            try verify(HTTPRequest(method: .get, scheme: "https", authority: "pay.example", path: "/"))
        }
        #expect(try MessageSignature.parameters(in: [:]).isEmpty)
    }

    @Test func `a component that has to be covered and is not is missing`() throws {
        let request = try signed()

        #expect(throws: SigningError.missing(#"component idempotency-key is not covered by signature "sig1""#)) {
            try MessageSignature.verify(
                request, label: "sig1", key: secret.verifyingKey, algorithm: .hmac,
                requiring: [.method, .field("Idempotency-Key")])
        }
    }

    @Test func `an algorithm that contradicts the key is refused both ways`() throws {
        let request = try signed()
        let key = try SigningKey.generateEd25519()

        #expect(throws: SigningError.self) {
            try MessageSignature.verify(
                request, label: "sig1", key: key.verifyingKey, algorithm: .ed25519, requiring: [])
        }
        #expect(throws: SigningError.self) {
            var unsigned = request
            try MessageSignature.sign(&unsigned, with: key, algorithm: .ed25519, parameters: parameters, label: "x")
        }
    }

    @Test func `a label that is taken or no label is refused and the message stays`() throws {
        let request = try signed()

        for label in ["sig1", "", "Sig", "a b", "1"] {
            var copy = request
            #expect(throws: SigningError.self) {
                try MessageSignature.sign(&copy, with: secret, algorithm: .hmac, parameters: parameters, label: label)
            }
            #expect(copy == request)
        }
    }

    @Test(arguments: [
        #"sig1=("@method";tr)"#, #"sig1=("@method";foo)"#, #"sig1=("@method" "@method")"#, #"sig1=(@method)"#,
        #"sig1=("@method");created="1""#, #"sig1=("@method");keyid=7"#, #"sig1=("@method";req=1)"#, "sig1=1", "sig1",
        #"sig1=("@method""#, "sig1=(\"\u{E9}\")", #"sig1=(1)"#, #"sig1=("date";name="x")"#, ",", "=",
    ])
    func `a broken input is an error and never a signature`(_ input: String) throws {
        var request = try signed()
        request.headerFields[.signatureInput] = input

        #expect(throws: SigningError.self) { try verify(request) }
        #expect(throws: SigningError.self) { try MessageSignature.parameters(in: request.headerFields) }
    }

    @Test(arguments: ["sig1=1", "sig1=:====:", "sig1=:AAA:", "sig1=(:AAAA:)", "sig1=\"x\""])
    func `a signature that is no byte sequence is malformed`(_ signature: String) throws {
        var request = try signed()
        request.headerFields[.signature] = signature

        #expect(throws: SigningError.malformed(field: "signature", why: "a byte sequence between colons is expected")) {
            try verify(request)
        }
    }

    @Test func `unknown parameters are signed with the rest`() throws {
        var request = try signed()
        let input = #"("@method");created=1;future="x";flag"#
        let base = "\"@method\": POST\n\"@signature-params\": \(input)"
        let code = try secret.sign(Array(base.utf8), with: .hmac)
        request.headerFields[.signatureInput] = "far=\(input)"
        request.headerFields[.signature] = "far=:\(Base64.encode(code)):"

        let parameters = try MessageSignature.verify(
            request, label: "far", key: secret.verifyingKey, algorithm: .hmac, requiring: [.method])

        #expect(parameters.created == 1)
    }

    @Test func `fields beyond the limits are refused`() throws {
        var long = try signed()
        long.headerFields[.signatureInput] = "sig1=(\"" + String(repeating: "a", count: 20_000) + "\")"
        var many = try signed()
        many.headerFields[.signatureInput] = (0..<100).map { "s\($0)=()" }.joined(separator: ", ")

        #expect(throws: SigningError.self) { try verify(long) }
        #expect(throws: SigningError.self) { try MessageSignature.parameters(in: many.headerFields) }
    }

    @Test func `no change of one byte makes another message of the same signature`() throws {
        let request = try signed()
        let input = Array(try #require(request.headerFields[.signatureInput]).utf8)

        var accepted: [Int] = []
        for index in input.indices {
            for value in [
                UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "("), 0x80, input[index] ^ 1,
            ] {
                var changed = input
                changed[index] = value
                var copy = request
                copy.headerFields[fields: .signatureInput] = [HTTPField(name: .signatureInput, lenientValue: changed)]
                if changed != input, (try? verify(copy)) != nil { accepted.append(index) }
            }
        }

        #expect(accepted == [])
    }
}
