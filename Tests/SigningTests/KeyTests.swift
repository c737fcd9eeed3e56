// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Signing

@Suite struct `Keys` {
    private let message = Array("what was agreed".utf8)

    private func made(_ arguments: [String]) throws -> String {
        let verdict = try ForeignJudge.openssl(arguments)
        try #require(verdict.status == 0, "\(verdict.complaint)")
        return String(decoding: verdict.output, as: UTF8.self)
    }

    @Test func `a new key survives its own text`() throws {
        let key = try SigningKey.generateEd25519()

        let again = try SigningKey(pem: key.pem())
        let publicHalf = try VerifyingKey(pem: key.verifyingKey.pem())

        #expect(try again.sign(message, with: .ed25519) == key.sign(message, with: .ed25519))
        #expect(publicHalf.isValid(try key.sign(message, with: .ed25519), of: message, with: .ed25519))
        #expect(try key.pem().hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        #expect(try key.verifyingKey.pem().hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
        #expect(try SigningKey.generateEd25519().pem() != key.pem())
    }

    @Test func `openssl verifies our Ed25519 signature and reads our key`() throws {
        let key = try SigningKey.generateEd25519()
        let signature = try key.sign(message, with: .ed25519)

        let verdict = try ForeignJudge.withFolder { folder in
            try Data(signature).write(to: folder.appending(path: "s"))
            try Data(message).write(to: folder.appending(path: "m"))
            try Data(key.verifyingKey.pem().utf8).write(to: folder.appending(path: "k"))
            return try ForeignJudge.openssl([
                "pkeyutl", "-verify", "-pubin", "-rawin", "-inkey", folder.appending(path: "k").path, "-in",
                folder.appending(path: "m").path, "-sigfile", folder.appending(path: "s").path,
            ])
        }

        #expect(verdict.status == 0, "\(verdict.complaint)")
        #expect(String(decoding: verdict.output, as: UTF8.self).contains("Verified Successfully"))
    }

    @Test(arguments: [
        (SignatureAlgorithm.rsaV15, ["-sha256"]),
        (.rsaPSS, ["-sha512", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:64"]),
    ])
    func `openssl verifies our RSA signatures and we verify its`(
        _ algorithm: SignatureAlgorithm, _ options: [String]
    ) throws {
        let key = try SigningKey(pem: RFC9421Example.pem("test-key-rsa-private"))
        let signature = try key.sign(message, with: algorithm)

        let (verdict, foreign) = try ForeignJudge.withFolder { folder in
            let (text, mark, publicHalf, whole) = (
                folder.appending(path: "m"), folder.appending(path: "s"), folder.appending(path: "p"),
                folder.appending(path: "k")
            )
            try Data(message).write(to: text)
            try Data(signature).write(to: mark)
            try Data(key.verifyingKey.pem().utf8).write(to: publicHalf)
            try Data(key.pem().utf8).write(to: whole)
            let verdict = try ForeignJudge.openssl(
                ["dgst"] + options + ["-verify", publicHalf.path, "-signature", mark.path, text.path])
            let foreign = try ForeignJudge.openssl(["dgst"] + options + ["-sign", whole.path, text.path])
            return (verdict, foreign)
        }

        #expect(String(decoding: verdict.output, as: UTF8.self) == "Verified OK\n", "\(verdict.complaint)")
        #expect(key.verifyingKey.isValid(foreign.output, of: message, with: algorithm))
    }

    @Test(arguments: [
        (SignatureAlgorithm.ed25519, ["genpkey", "-algorithm", "ed25519"]),
        (.ecdsaP256, ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
        (.ecdsaP256, ["ecparam", "-genkey", "-name", "prime256v1", "-noout"]),
        (.rsaPSS, ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]),
        (.rsaV15, ["genrsa", "-traditional", "2048"]),
    ])
    func `keys as openssl writes them are read`(_ algorithm: SignatureAlgorithm, _ arguments: [String]) throws {
        let text = try made(arguments)

        let key = try SigningKey(pem: text)
        let signature = try key.sign(message, with: algorithm)

        #expect(key.verifyingKey.isValid(signature, of: message, with: algorithm))
        #expect(!key.verifyingKey.isValid(signature, of: message + [0], with: algorithm))
        #expect(algorithm != .ecdsaP256 || signature.count == 64)
    }

    @Test func `short numbers in an ECDSA signature keep their zeros`() throws {
        let key = try SigningKey(pem: RFC9421Example.pem("test-key-ecc-p256-private"))

        let signatures = try (0..<600).map { _ in try key.sign(message, with: .ecdsaP256) }

        #expect(signatures.allSatisfy { $0.count == 64 })
        #expect(signatures.allSatisfy { key.verifyingKey.isValid($0, of: message, with: .ecdsaP256) })
    }

    @Test func `keys that are too weak or of another curve are refused`() throws {
        let short = try made(["genrsa", "1024"])
        let curve = try SigningKey(pem: made(["ecparam", "-genkey", "-name", "secp384r1", "-noout"]))

        #expect(throws: SigningError.unsupported("an rsa key of 1024 bits; 2048 are the least")) {
            try SigningKey(pem: short)
        }
        #expect(throws: SigningError.unsupported("a key of another kind than ecdsa-p256-sha256 needs")) {
            try curve.sign(message, with: .ecdsaP256)
        }
    }

    @Test func `a key of another kind neither signs nor verifies`() throws {
        let examples = RFC9421Example.all
        let keys = try examples.map { (try $0.signingKey(), $0.algorithm) }

        for (key, own) in keys {
            for algorithm in SignatureAlgorithm.allCases where algorithm != own {
                #expect(throws: SigningError.self) { try key.sign(message, with: algorithm) }
                #expect(!key.verifyingKey.isValid([1, 2, 3], of: message, with: algorithm))
            }
        }
    }

    @Test func `an encrypted key is refused without a question on the terminal`() throws {
        let text = try made(["genpkey", "-algorithm", "ed25519", "-aes256", "-pass", "pass:secret"])

        let error = #expect(throws: SigningError.self) { try SigningKey(pem: text) }

        #expect(error?.description.hasPrefix("unreadable key: this key is encrypted") == true)
    }

    @Test func `the wrong kind of file is named`() throws {
        let privateKey = try RFC9421Example.pem("test-key-ed25519-private")
        let publicKey = try RFC9421Example.pem("test-key-ed25519-public")

        let errors = [
            #expect(throws: SigningError.self) { try SigningKey(pem: publicKey) },
            #expect(throws: SigningError.self) { try VerifyingKey(pem: privateKey) },
            #expect(throws: SigningError.self) { try VerifyingKey(pem: "-----BEGIN CERTIFICATE-----") },
            #expect(throws: SigningError.self) { try SigningKey(pem: "") },
            #expect(throws: SigningError.self) { try VerifyingKey(pem: "nonsense") },
            #expect(throws: SigningError.self) { try SigningKey(pem: String(repeating: "x", count: 70_000)) },
        ].map { $0?.description ?? "" }

        #expect(errors[0].contains("this is a public key"))
        #expect(errors[1].contains("this is a private key"))
        #expect(errors[2].contains("this is a certificate"))
        #expect(errors[3].contains(#"PKCS#8 "BEGIN PRIVATE KEY""#))
        #expect(errors[4].contains(#"SubjectPublicKeyInfo "BEGIN PUBLIC KEY""#))
        #expect(errors[5].contains("longer than 65536 bytes"))
    }

    @Test func `a broken key text never traps`() throws {
        let text = Array(try RFC9421Example.pem("test-key-ecc-p256-private").utf8)

        var read = 0
        for index in text.indices {
            for value in [UInt8(0), 0x80, UInt8(ascii: "\n"), text[index] ^ 4] {
                var changed = text
                changed[index] = value
                if (try? SigningKey(pem: String(decoding: changed, as: UTF8.self))) != nil { read += 1 }
            }
        }

        #expect(read < text.count * 4)
    }

    @Test func `an empty secret neither signs nor verifies`() throws {
        let code = MessageAuthentication.hmacSHA256(key: [], message)

        #expect(throws: SigningError.unsupported("an empty shared secret")) {
            try SigningKey(secret: []).sign(message, with: .hmac)
        }
        #expect(!VerifyingKey(secret: []).isValid(code, of: message, with: .hmac))
    }

    @Test func `many threads may use one key at once`() async throws {
        let key = try SigningKey(pem: RFC9421Example.pem("test-key-ecc-p256-private"))
        let message = message

        let valid = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    key.verifyingKey.isValid(
                        try key.sign(message, with: .ecdsaP256), of: message, with: .ecdsaP256)
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(valid == 64)
    }
}
