// SPDX-License-Identifier: Apache-2.0

package import Signing

/// What a merchant's requests are verified with.
package struct MerchantKey: Sendable, Hashable {
    /// What `keyid` names: "key_1".
    package let id: String
    /// What `alg` has to say.
    package let algorithm: SignatureAlgorithm
    /// A public key in PEM, or for `hmac-sha256` a secret in base64.
    package let material: String

    /// Puts the parts together; the books check that they are a key.
    package init(id: String, algorithm: SignatureAlgorithm, material: String) {
        self.id = id
        self.algorithm = algorithm
        self.material = material
    }

    /// The key, read.
    ///
    /// - Throws: ``SigningError`` when the material is no key.
    package func verifyingKey() throws(SigningError) -> VerifyingKey {
        guard algorithm == .hmac else { return try VerifyingKey(pem: material) }
        guard let secret = Base64.decode(material), secret.count >= 16 else {
            throw .malformed(field: "public_key", why: "a secret is at least 16 bytes in base64")
        }
        return VerifyingKey(secret: secret)
    }
}
