// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Compares two byte strings in a time that depends on their lengths only.
package func equalInConstantTime(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
}
