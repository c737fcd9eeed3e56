// SPDX-License-Identifier: Apache-2.0

import Foundation
import Signing
import TillAPI

/// A file of evidence: a JSON Web Signature in the flattened form, in exactly one spelling.
///
/// ```
/// {"payload":"…","protected":"…","signature":"…"}⏎
/// ```
/// Source: RFC 7515, sections 3.2 and 7.2.2; EdDSA by RFC 8037, section 3.1.
package struct EvidenceFile: Sendable, Hashable {
    /// The payload's bytes.
    package let payload: [UInt8]
    /// The protected header's bytes.
    package let header: [UInt8]
    /// The signature.
    package let signature: [UInt8]

    /// The largest file that is read, in bytes.
    package static let bytesMax = 16 * 1024 * 1024
    /// The media type.
    package static let mediaType = "application/jose+json"

    /// The members of the JSON object.
    private struct Flattened: Codable {
        let payload: String
        let protected: String
        let signature: String
    }

    /// Signs a payload.
    ///
    /// - Parameter sign: signs bytes with the private half of `key`.
    /// - Throws: what `sign` throws.
    package init(
        sealing payload: EvidencePayload, key: EvidenceKey, sign: ([UInt8]) throws -> [UInt8]
    ) throws {
        self.payload = try WireJSON.bytes(of: payload)
        header = try WireJSON.bytes(of: EvidenceHeader(key))
        signature = try sign(Self.signed(header, self.payload))
    }

    /// Reads a file; nil unless it is one in the one spelling that is written.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.bytesMax,
            let flattened = try? WireJSON.message(Flattened.self, from: bytes),
            let payload = Base64.decodeURL(flattened.payload),
            let header = Base64.decodeURL(flattened.protected),
            let signature = Base64.decodeURL(flattened.signature)
        else { return nil }
        self.payload = payload
        self.header = header
        self.signature = signature
        // A byte that means nothing may not differ either, so that no two files say the same.
        guard (try? self.bytes()) == bytes else { return nil }
    }

    /// The file's bytes.
    package func bytes() throws -> [UInt8] {
        try WireJSON.bytes(
            of: Flattened(
                payload: Base64.encodeURL(payload), protected: Base64.encodeURL(header),
                signature: Base64.encodeURL(signature))) + [0x0A]
    }

    /// Whether the signature is that of a key.
    func isSigned(by key: VerifyingKey) -> Bool {
        key.isValid(signature, of: Self.signed(header, payload), with: .ed25519)
    }

    /// Source: RFC 7515, section 5.1, step 5.
    private static func signed(_ header: [UInt8], _ payload: [UInt8]) -> [UInt8] {
        Array("\(Base64.encodeURL(header)).\(Base64.encodeURL(payload))".utf8)
    }
}

/// The protected header.
struct EvidenceHeader: Codable, Sendable, Hashable {
    /// `"EdDSA"`.
    let alg: String
    /// The key itself. Source: RFC 7515, section 4.1.3.
    let jwk: EvidenceKey
    /// Its thumbprint.
    let kid: String
    /// ``typeOfFile``.
    let typ: String

    /// What ``typ`` says.
    static let typeOfFile = "tilld-evidence+json"

    init(_ key: EvidenceKey) {
        alg = "EdDSA"
        jwk = key
        kid = key.thumbprint
        typ = Self.typeOfFile
    }
}
