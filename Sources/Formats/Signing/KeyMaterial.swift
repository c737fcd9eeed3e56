// SPDX-License-Identifier: Apache-2.0

/// What a key is made of.
enum KeyMaterial: Sendable {
    /// A key, or a pair of keys, that libcrypto holds.
    case asymmetric(KeyHandle)
    /// The bytes that both sides share.
    case secret([UInt8])
}
