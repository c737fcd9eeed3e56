// SPDX-License-Identifier: Apache-2.0

/// Names the signature algorithms that are served, by their registered names.
///
/// Source: RFC 9421, section 3.3.
package enum SignatureAlgorithm: String, Sendable, CaseIterable {
    /// Ed25519, section 3.3.6.
    case ed25519 = "ed25519"
    /// ECDSA over P-256 with SHA-256, section 3.3.4.
    case ecdsaP256 = "ecdsa-p256-sha256"
    /// RSASSA-PSS with SHA-512 and a salt of 64 bytes, section 3.3.1.
    case rsaPSS = "rsa-pss-sha512"
    /// RSASSA-PKCS1-v1_5 with SHA-256, section 3.3.2.
    case rsaV15 = "rsa-v1_5-sha256"
    /// HMAC with SHA-256, section 3.3.3.
    case hmac = "hmac-sha256"
}
