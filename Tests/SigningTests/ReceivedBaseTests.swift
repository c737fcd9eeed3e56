// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing
import Testing

@Suite struct `The text that a received signature covers` {
    private func signed() throws -> HTTPRequest {
        var request = HTTPRequest(method: .get, scheme: "http", authority: "shop.example", path: "/v1/time")
        let parameters = SignatureParameters(components: [.method, .targetURI], created: 7, keyID: "key_1")
        try MessageSignature.sign(&request, with: .generateEd25519(), algorithm: .ed25519, parameters: parameters)
        return request
    }

    @Test func `is the one that the signer made`() throws {
        let request = try signed()
        let parameters = try #require(try MessageSignature.parameters(in: request.headerFields).first?.parameters)

        let text = try MessageSignature.base(of: request, signedAs: "sig1")

        #expect(text == (try MessageSignature.base(of: request, parameters: parameters)))
    }

    @Test func `keeps the parameters in the signer's order, those without a meaning too`() throws {
        var request = try signed()
        request.headerFields[.signatureInput] = #"sig1=("@method");keyid="key_1";colour="blue";created=7"#

        let text = try MessageSignature.base(of: request, signedAs: "sig1")

        #expect(
            text == "\"@method\": GET\n\"@signature-params\": (\"@method\");keyid=\"key_1\";colour=\"blue\";created=7")
    }

    @Test func `is of the request as it arrived, changed or not`() throws {
        var request = try signed()
        request.path = "/v1/other"

        let text = try MessageSignature.base(of: request, signedAs: "sig1")

        #expect(text.contains("\"@target-uri\": http://shop.example/v1/other\n"))
    }

    @Test func `is not there without such a signature`() throws {
        let request = try signed()

        #expect(throws: SigningError.notSigned) { try MessageSignature.base(of: request, signedAs: "sig2") }
    }
}
