// SPDX-License-Identifier: Apache-2.0
import COpenSSL

extension KeyHandle {
    /// The 32 bytes of the public half of an Ed25519 key; nil for a key of another kind.
    var ed25519PublicBytes: [UInt8]? {
        guard fits(.ed25519) else { return nil }
        return ErrorQueue.cleared {
            var bytes = [UInt8](repeating: 0, count: 32)
            var count = bytes.count
            guard EVP_PKEY_get_raw_public_key(pointer, &bytes, &count) == 1, count == 32 else { return nil }
            return bytes
        }
    }
}
