// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Signing

@Suite struct `Text forms of bytes` {
    /// Source: RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `base64 of the RFC`(_ plain: String, _ encoded: String) {
        let bytes = Array(plain.utf8)

        let unpadded = encoded.replacing("=", with: "")

        #expect(Base64.encode(bytes) == encoded)
        #expect(Base64.decode(encoded) == bytes)
        #expect(Base64.encodeURL(bytes) == unpadded)
        #expect(Base64.decodeURL(unpadded) == bytes)
    }

    @Test func `every byte survives both alphabets`() throws {
        let bytes = (0...255).map { UInt8($0) } + [0xFB, 0xFF, 0xFE]

        let foreign = try ForeignJudge.openssl(["base64", "-A"], input: bytes).output

        #expect(Array(Base64.encode(bytes).utf8) == foreign)
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        #expect(Base64.decodeURL(Base64.encodeURL(bytes)) == bytes)
        #expect(Base64.encodeURL([0xFB, 0xFF]) == "-_8")
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    }

    @Test(arguments: [
        "Zg", "Zg=", "Zh==", "Zm9", "Zm8==", "====", "=", "A===", "Zm9v\n", " Zm9v", "Zm-v", "Zg==Zg==", "\u{E9}AAA",
    ])
    func `loose base64 is refused`(_ text: String) {
        let decoded = Base64.decode(text)

        #expect(decoded == nil)
    }

    @Test(arguments: ["Z", "Zh", "Zg==", "Zm9+", "Zm9v "])
    func `loose base64url is refused`(_ text: String) {
        let decoded = Base64.decodeURL(text)

        #expect(decoded == nil)
    }

    @Test func `hexadecimal digits come in pairs`() {
        let texts = ["", "00fF", "0", "0g", "0x00", "\u{E9}"]

        let decoded = texts.map { Hex.decode($0) }

        #expect(decoded == [[], [0, 255], nil, nil, nil, nil])
        #expect(Hex.encode([0, 171]) == "00ab")
    }

    @Test func `equal means equal in length and bytes`() {
        let bytes: [UInt8] = [1, 2, 3]

        let answers = [[1, 2, 3], [1, 2, 4], [1, 2], [], [1, 2, 3, 0]].map { equalInConstantTime(bytes, $0) }

        #expect(answers == [true, false, false, false, false])
        #expect(equalInConstantTime([], []))
    }

    /// Source: RFC 4231, sections 4.2 and 4.7.
    @Test func `HMAC of the RFC`() {
        let long = [UInt8](repeating: 0xAA, count: 131)

        let codes = [
            MessageAuthentication.hmacSHA256(key: [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8)),
            MessageAuthentication.hmacSHA256(
                key: long, Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)),
        ].map(Hex.encode)

        #expect(
            codes == [
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ])
    }
}
