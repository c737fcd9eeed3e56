// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Testing

@testable import Signing

@Suite struct `Signatures of and for the Python package` {
    private static let path = "/v1/payments?order_no=7&name=a%20b"
    private static let components = [
        #""@method""#, #""@target-uri""#, #""@authority""#, #""@scheme""#, #""@request-target""#, #""@path""#,
        #""@query""#, #""@query-param";name="name""#, #""content-digest""#, #""content-digest";key="sha-256""#,
        #""content-digest";sf"#, #""x-note""#, #""x-note";bs"#,
    ]

    private var request: HTTPRequest {
        var request = HTTPRequest(method: .post, scheme: "https", authority: "pay.example", path: Self.path)
        request.headerFields[.contentDigest] = ContentDigest.field(of: Array("{}".utf8))
        if let note = HTTPField.Name("X-Note") {
            request.headerFields.append(HTTPField(name: note, value: "one, two"))
            request.headerFields.append(HTTPField(name: note, value: "three"))
        }
        return request
    }

    private var ours: SignatureParameters {
        let digest = SignatureComponent.field("content-digest")
        let note = SignatureComponent.field("x-note")
        return SignatureParameters(
            components: [
                .method, .targetURI, .authority, .scheme, .requestTarget, .path, .query, .queryParameter("name"),
                digest, digest.member("sha-256"), digest.strict, note, note.wrapped,
            ], created: 1_700_000_000, expires: 4_102_444_800, nonce: "abc", keyID: "k", tag: "openpay")
    }

    private func pairs(_ fields: HTTPFields) -> [[String]] {
        fields.map { [$0.name.canonicalName, $0.value] }
    }

    private func question(_ example: RFC9421Example, _ work: String, _ request: HTTPRequest) throws -> [String: Any] {
        let text: String
        if let file = example.keyFile {
            text = Base64.encode(Array(try RFC9421Example.pem("\(file)-\(work == "sign" ? "private" : "public")").utf8))
        } else {
            text = RFC9421Example.secret
        }
        return [
            "work": work, "algorithm": example.algorithm.rawValue, "key": text, "created": 1_700_000_000,
            "components": Self.components,
            "message": [
                "method": "POST", "url": "https://pay.example" + Self.path, "fields": pairs(request.headerFields),
            ],
        ]
    }

    static let cases = [
        RFC9421Example.full, .answer, .shared, .edwards,
        RFC9421Example(
            label: "rsa-v1_5", algorithm: .rsaV15, keyFile: "test-key-rsa", isResponse: false, input: "",
            signature: "", base: ""),
    ]

    @Test(arguments: cases)
    func `it accepts our requests and refuses them when they are changed`(_ example: RFC9421Example) throws {
        var request = request
        try MessageSignature.sign(
            &request, with: example.signingKey(), algorithm: example.algorithm, parameters: ours)
        var changed = request
        changed.headerFields[.contentDigest] = ContentDigest.field(of: Array("{ }".utf8))

        let accepted = try ForeignJudge.ask("judge_signature.py", question(example, "verify", request))
        let refused = try ForeignJudge.ask("judge_signature.py", question(example, "verify", changed))

        #expect(accepted["verified"] as? [String] == ["sig1"], "\(accepted)")
        #expect((refused["refused"] as? String)?.hasPrefix("InvalidSignature") == true, "\(refused)")
    }

    @Test(arguments: cases)
    func `we accept its requests and refuse them when they are changed`(_ example: RFC9421Example) throws {
        var request = request
        let made = try ForeignJudge.ask("judge_signature.py", question(example, "sign", request))
        request.headerFields[.signatureInput] = made["Signature-Input"] as? String
        request.headerFields[.signature] = made["Signature"] as? String
        var changed = request
        changed.path = Self.path + "&"

        let verify = { (request: HTTPRequest) in
            try MessageSignature.verify(
                request, label: "judge", key: example.verifyingKey(), algorithm: example.algorithm,
                requiring: ours.components)
        }

        #expect(try verify(request).tag == "openpay")
        #expect(throws: SigningError.badSignature) { try verify(changed) }
    }

    @Test(arguments: cases)
    func `answers that are bound to their request go both ways`(_ example: RFC9421Example) throws {
        var request = request
        try MessageSignature.sign(&request, with: example.signingKey(), algorithm: example.algorithm, parameters: ours)
        let bare = HTTPResponse(status: .created, headerFields: [.contentDigest: ContentDigest.field(of: [1])])
        var response = bare
        let parameters = SignatureParameters(
            components: [.status, .field("content-digest"), .field("signature").fromRequest, .method.fromRequest],
            created: 1_700_000_000, keyID: "k", tag: "openpay")
        try MessageSignature.sign(
            &response, answering: request, with: example.signingKey(), algorithm: example.algorithm,
            parameters: parameters)
        let components = [#""@status""#, #""content-digest""#, #""signature";req"#, #""@method";req"#]
        let ask = { (work: String, answer: HTTPResponse) in
            var question = try question(example, work, request)
            question["components"] = components
            var message = question["message"] as? [String: Any] ?? [:]
            message["status"] = 201
            message["answerFields"] = pairs(answer.headerFields)
            question["message"] = message
            return try ForeignJudge.ask("judge_signature.py", question)
        }

        let verdict = try ask("verify", response)
        let made = try ask("sign", bare)
        var foreign = bare
        foreign.headerFields[.signatureInput] = made["Signature-Input"] as? String
        foreign.headerFields[.signature] = made["Signature"] as? String

        #expect(verdict["verified"] as? [String] == ["sig1"], "\(verdict)")
        #expect(throws: Never.self) {
            try MessageSignature.verify(
                foreign, answering: request, label: "judge", key: example.verifyingKey(),
                algorithm: example.algorithm, requiring: parameters.components)
        }
    }
}
