// SPDX-License-Identifier: Apache-2.0

/// A private key, or a shared secret for `hmac-sha256`.
package struct SigningKey: Sendable {
    private let material: KeyMaterial

    private init(_ material: KeyMaterial) {
        self.material = material
    }

    /// Reads an unencrypted PKCS#8, PKCS#1 or SEC1 key.
    ///
    /// - Throws: ``SigningError/unreadableKey(_:)``, or ``SigningError/unsupported(_:)`` for an RSA key
    ///   under 2048 bits.
    package init(pem: String) throws(SigningError) {
        material = .asymmetric(try KeyHandle.privateKey(pem: pem))
    }

    /// Takes a secret that both sides share.
    package init(secret: [UInt8]) {
        material = .secret(secret)
    }

    /// Makes a new Ed25519 key from libcrypto's random source.
    package static func generateEd25519() throws(SigningError) -> SigningKey {
        SigningKey(.asymmetric(try KeyHandle.ed25519()))
    }

    /// The half that checks what this key signs; for a shared secret the secret itself.
    package var verifyingKey: VerifyingKey {
        VerifyingKey(material)
    }

    /// Writes the key as PKCS#8.
    ///
    /// - Throws: ``SigningError/unsupported(_:)`` for a shared secret, which has no PEM form.
    package func pem() throws(SigningError) -> String {
        switch material {
        case .asymmetric(let handle): try handle.pem(private: true)
        case .secret: throw .unsupported("a shared secret has no pem form")
        }
    }

    /// Signs a message; an ECDSA signature is r followed by s, 64 bytes.
    ///
    /// - Throws: ``SigningError/unsupported(_:)`` when the key is of another kind than the algorithm needs.
    ///
    /// Source: RFC 9421, section 3.3.
    package func sign(_ message: [UInt8], with algorithm: SignatureAlgorithm) throws(SigningError) -> [UInt8] {
        switch material {
        case .asymmetric(let handle):
            return try handle.sign(message, with: algorithm)
        case .secret(let secret):
            guard algorithm == .hmac else {
                throw .unsupported("\(algorithm.rawValue) with a shared secret; a private key is needed")
            }
            guard !secret.isEmpty else { throw .unsupported("an empty shared secret") }
            return MessageAuthentication.hmacSHA256(key: secret, message)
        }
    }
}
