// SPDX-License-Identifier: Apache-2.0

import Signing
import Synchronization

/// Merchants' keys, read once; losing it costs reading them again.
final class KeyCache: Sendable {
    private static let limit = 1000

    private let keys = Mutex<[MerchantKey: VerifyingKey]>([:])

    /// The key that material holds.
    func key(_ key: MerchantKey) throws(SigningError) -> VerifyingKey {
        if let known = keys.withLock({ $0[key] }) { return known }
        let read = try key.verifyingKey()
        keys.withLock { keys in
            if keys.count >= Self.limit { keys.removeAll() }
            keys[key] = read
        }
        return read
    }
}
