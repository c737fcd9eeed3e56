// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Computes keyed digests.
///
/// Source: RFC 2104.
package enum MessageAuthentication {
    /// Gives the 32 bytes of HMAC-SHA256.
    package static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var length: UInt32 = 0
        let done = HMAC(EVP_sha256(), key, Int32(clamping: key.count), message, message.count, &code, &length)
        precondition(done != nil && Int(length) == code.count, "libcrypto serves no HMAC-SHA256")
        return code
    }
}
