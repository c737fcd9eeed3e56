// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Computes SHA-2 digests in one call.
///
/// Source: FIPS 180-4.
package enum Digest {
    /// Gives the 32 bytes of SHA-256.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        let done = SHA256(bytes, bytes.count, &digest)
        precondition(done != nil, "libcrypto serves no SHA-256")
        return digest
    }

    /// Gives the 64 bytes of SHA-512.
    package static func sha512(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA512_DIGEST_LENGTH))
        let done = SHA512(bytes, bytes.count, &digest)
        precondition(done != nil, "libcrypto serves no SHA-512")
        return digest
    }
}
