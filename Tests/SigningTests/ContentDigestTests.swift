// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Signing

/// Source: RFC 9530, section 2 and appendices B and D.
@Suite struct `Content digests` {
    private let body = Array("{\"hello\": \"world\"}\n".utf8)
    private let short = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"
    private let long =
        "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:"

    @Test func `our field is the one of the RFC`() {
        let body = body

        let field = ContentDigest.field(of: body)

        #expect(field == short)
    }

    @Test func `every known digest is checked`() throws {
        let wrong = short.replacing("RK/0", with: "RK/1")

        #expect(throws: Never.self) { try ContentDigest.verify(short, body: body) }
        #expect(throws: Never.self) { try ContentDigest.verify(long, body: body) }
        #expect(throws: Never.self) { try ContentDigest.verify("\(long) , \(short)", body: body) }
        #expect(throws: Never.self) { try ContentDigest.verify("md5=:AAAA:, \(short);p=1", body: body) }
        #expect(throws: SigningError.badDigest) { try ContentDigest.verify(wrong, body: body) }
        #expect(throws: SigningError.badDigest) { try ContentDigest.verify("\(wrong), \(long)", body: body) }
        #expect(throws: SigningError.badDigest) { try ContentDigest.verify(short, body: body + [10]) }
        #expect(throws: SigningError.badDigest) { try ContentDigest.verify(short, body: []) }
    }

    @Test func `a field without a known digest is unsupported`() {
        let field = "md5=:AAAA:, sha=:AAAA:"

        #expect(throws: SigningError.unsupported("content-digest without sha-256 or sha-512")) {
            try ContentDigest.verify(field, body: body)
        }
        #expect(throws: SigningError.self) { try ContentDigest.verify("", body: body) }
    }

    @Test(arguments: [
        "sha-256", "sha-256=abc", "sha-256=:A:", "sha-256=(:AAAA:)", "sha-256=:AAAA", "SHA-256=:AAAA:", "\u{E9}",
    ])
    func `a broken field is malformed`(_ field: String) {
        let body = body

        let error = #expect(throws: SigningError.self) { try ContentDigest.verify(field, body: body) }

        #expect(error?.description.hasPrefix("malformed content-digest") == true)
    }

    @Test(arguments: [0, 1, 1_000_000])
    func `openssl takes the same digests`(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }

        let foreign = try ["-sha256", "-sha512"].map {
            try ForeignJudge.openssl(["dgst", $0, "-binary"], input: bytes).output
        }

        #expect(foreign == [Digest.sha256(bytes), Digest.sha512(bytes)])
    }
}
