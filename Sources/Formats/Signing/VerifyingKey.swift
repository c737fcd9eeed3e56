// SPDX-License-Identifier: Apache-2.0

/// A public key, or a shared secret for `hmac-sha256`.
package struct VerifyingKey: Sendable {
    private let material: KeyMaterial

    /// Takes the material of a signing key.
    init(_ material: KeyMaterial) {
        self.material = material
    }

    /// Reads a SubjectPublicKeyInfo.
    ///
    /// - Throws: ``SigningError/unreadableKey(_:)``, or ``SigningError/unsupported(_:)`` for an RSA key
    ///   under 2048 bits.
    package init(pem: String) throws(SigningError) {
        material = .asymmetric(try KeyHandle.publicKey(pem: pem))
    }

    /// Takes a secret that both sides share.
    package init(secret: [UInt8]) {
        material = .secret(secret)
    }

    /// Takes the 32 bytes of an Ed25519 public key; nil for any other length.
    package init?(ed25519 bytes: [UInt8]) {
        guard let handle = KeyHandle.ed25519(publicBytes: bytes) else { return nil }
        material = .asymmetric(handle)
    }

    /// The 32 bytes of an Ed25519 public key; nil for a key of another kind.
    package var ed25519Bytes: [UInt8]? {
        switch material {
        case .asymmetric(let handle): handle.ed25519PublicBytes
        case .secret: nil
        }
    }

    /// Writes the key as SubjectPublicKeyInfo.
    ///
    /// - Throws: ``SigningError/unsupported(_:)`` for a shared secret, which has no PEM form.
    package func pem() throws(SigningError) -> String {
        switch material {
        case .asymmetric(let handle): try handle.pem(private: false)
        case .secret: throw .unsupported("a shared secret has no pem form")
        }
    }

    /// Checks a signature; false as well when the key is of another kind than the algorithm needs.
    package func isValid(
        _ signature: [UInt8], of message: [UInt8], with algorithm: SignatureAlgorithm
    ) -> Bool {
        switch material {
        case .asymmetric(let handle):
            return handle.isValid(signature, of: message, with: algorithm)
        case .secret(let secret):
            guard algorithm == .hmac, !secret.isEmpty else { return false }
            return equalInConstantTime(signature, MessageAuthentication.hmacSHA256(key: secret, message))
        }
    }
}
