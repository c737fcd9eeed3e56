// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Testing

@testable import Signing

/// The messages, keys and signatures of RFC 9421, appendix B.
struct RFC9421Example: Sendable, CustomTestStringConvertible {
    let label: String
    let algorithm: SignatureAlgorithm
    let keyFile: String?
    let isResponse: Bool
    let input: String
    let signature: String
    let base: String

    var testDescription: String { label }

    static let secret =
        "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ=="
    static let requestBody = Array(#"{"hello": "world"}"#.utf8)
    static let responseBody = Array(#"{"message": "good dog"}"#.utf8)
    static let requestDigest =
        "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:"
    static let responseDigest =
        "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:"

    static let request = HTTPRequest(
        method: .post, scheme: "https", authority: "example.com", path: "/foo?param=Value&Pet=dog",
        headerFields: [
            .date: "Tue, 20 Apr 2021 02:07:55 GMT", .contentType: "application/json", .contentDigest: requestDigest,
            .contentLength: "18",
        ])
    static let response = HTTPResponse(
        status: .ok,
        headerFields: [
            .date: "Tue, 20 Apr 2021 02:07:56 GMT", .contentType: "application/json", .contentDigest: responseDigest,
            .contentLength: "23",
        ])

    static func pem(_ name: String) throws -> String {
        try String(contentsOf: ForeignJudge.fixtures.appending(path: "rfc9421/\(name).pem"), encoding: .utf8)
    }

    func signingKey() throws -> SigningKey {
        guard let keyFile else { return SigningKey(secret: Base64.decode(Self.secret) ?? []) }
        return try SigningKey(pem: Self.pem("\(keyFile)-private"))
    }

    func verifyingKey() throws -> VerifyingKey {
        guard let keyFile else { return VerifyingKey(secret: Base64.decode(Self.secret) ?? []) }
        return try VerifyingKey(pem: Self.pem("\(keyFile)-public"))
    }

    /// The two fields that the RFC adds to the message.
    func signed(_ fields: HTTPFields) -> HTTPFields {
        var fields = fields
        fields[.signatureInput] = "\(label)=\(input)"
        fields[.signature] = "\(label)=:\(signature):"
        return fields
    }

    /// Verifies the example after a change to its fields.
    func verify(_ change: (inout HTTPFields) -> Void = { _ in }) throws -> SignatureParameters {
        if isResponse {
            var response = Self.response
            response.headerFields = signed(response.headerFields)
            change(&response.headerFields)
            return try MessageSignature.verify(
                response, answering: Self.request, label: label, key: verifyingKey(), algorithm: algorithm,
                requiring: [])
        }
        var request = Self.request
        request.headerFields = signed(request.headerFields)
        change(&request.headerFields)
        return try MessageSignature.verify(
            request, label: label, key: verifyingKey(), algorithm: algorithm, requiring: [])
    }
}

extension RFC9421Example {
    static let all = [minimal, selective, full, answer, shared, edwards]

    static let minimal = RFC9421Example(
        label: "sig-b21", algorithm: .rsaPSS, keyFile: "test-key-rsa-pss", isResponse: false,
        input: #"();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd""#,
        signature: """
            d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJ\
            MkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE\
            +O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8\
            IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==
            """,
        base: #""@signature-params": ();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd""#)

    static let selective = RFC9421Example(
        label: "sig-b22", algorithm: .rsaPSS, keyFile: "test-key-rsa-pss", isResponse: false,
        input: """
            ("@authority" "content-digest" "@query-param";name="Pet");created=1618884473;keyid="test-key-rsa-pss"\
            ;tag="header-example"
            """,
        signature: """
            LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4\
            +ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQ\
            h62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh\
            0aaUEb0rQl3/XaVe4bXTugEjHSw==
            """,
        base: """
            "@authority": example.com
            "content-digest": \(requestDigest)
            "@query-param";name="Pet": dog
            "@signature-params": ("@authority" "content-digest" "@query-param";name="Pet");created=1618884473\
            ;keyid="test-key-rsa-pss";tag="header-example"
            """)

    static let full = RFC9421Example(
        label: "sig-b23", algorithm: .rsaPSS, keyFile: "test-key-rsa-pss", isResponse: false,
        input: """
            ("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length")\
            ;created=1618884473;keyid="test-key-rsa-pss"
            """,
        signature: """
            bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCU\
            b38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE\
            9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJy\
            oEZAFL2FUo5fTIztsDZKEgM4cUA==
            """,
        base: """
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@method": POST
            "@path": /foo
            "@query": ?param=Value&Pet=dog
            "@authority": example.com
            "content-type": application/json
            "content-digest": \(requestDigest)
            "content-length": 18
            "@signature-params": ("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" \
            "content-length");created=1618884473;keyid="test-key-rsa-pss"
            """)

    static let answer = RFC9421Example(
        label: "sig-b24", algorithm: .ecdsaP256, keyFile: "test-key-ecc-p256", isResponse: true,
        input: """
            ("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"
            """,
        signature: "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==",
        base: """
            "@status": 200
            "content-type": application/json
            "content-digest": \(responseDigest)
            "content-length": 23
            "@signature-params": ("@status" "content-type" "content-digest" "content-length");created=1618884473\
            ;keyid="test-key-ecc-p256"
            """)

    static let shared = RFC9421Example(
        label: "sig-b25", algorithm: .hmac, keyFile: nil, isResponse: false,
        input: #"("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret""#,
        signature: "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=",
        base: """
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@authority": example.com
            "content-type": application/json
            "@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"
            """)

    static let edwards = RFC9421Example(
        label: "sig-b26", algorithm: .ed25519, keyFile: "test-key-ed25519", isResponse: false,
        input: """
            ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473\
            ;keyid="test-key-ed25519"
            """,
        signature: "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==",
        base: """
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@method": POST
            "@path": /foo
            "@authority": example.com
            "content-type": application/json
            "content-length": 18
            "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length")\
            ;created=1618884473;keyid="test-key-ed25519"
            """)
}
