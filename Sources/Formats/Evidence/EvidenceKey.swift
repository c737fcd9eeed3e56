// SPDX-License-Identifier: Apache-2.0

import Signing

/// The public half of a terminal's key, as files of evidence carry it: a JSON Web Key.
///
/// Source: RFC 8037, section 2.
package struct EvidenceKey: Codable, Sendable, Hashable {
    /// `"OKP"`.
    package let kty: String
    /// `"Ed25519"`.
    package let crv: String
    /// The 32 bytes in base64url.
    package let x: String

    /// Takes the 32 bytes of an Ed25519 public key.
    package init(_ bytes: [UInt8]) {
        kty = "OKP"
        crv = "Ed25519"
        x = Base64.encodeURL(bytes)
    }

    /// Names the key among all keys.
    ///
    /// Source: RFC 7638, section 3.1, with the members of RFC 8037, section 2.
    package var thumbprint: String {
        Base64.encodeURL(Digest.sha256(Array(#"{"crv":"\#(crv)","kty":"\#(kty)","x":"\#(x)"}"#.utf8)))
    }

    /// What checks signatures; nil if it is no Ed25519 key.
    var verifyingKey: VerifyingKey? {
        guard kty == "OKP", crv == "Ed25519", let bytes = Base64.decodeURL(x) else { return nil }
        return VerifyingKey(ed25519: bytes)
    }
}
