// SPDX-License-Identifier: Apache-2.0

import Signing

/// What the secrets of all endpoints are made of, together with what the ledger keeps of each.
///
/// It lies beside the ledger, so that a copy of the ledger gives no secret away.
package struct WebhookSeed: Sendable {
    private let bytes: [UInt8]

    /// How many bytes it has.
    package static let count = 32

    /// Takes the bytes; nil if they are not ``count``.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.count else { return nil }
        self.bytes = bytes
    }

    /// The secret that belongs to what the ledger keeps of it.
    func secret(_ salt: String) -> [UInt8] {
        MessageAuthentication.hmacSHA256(key: bytes, Array("tilld webhook secret 1\0\(salt)".utf8))
    }
}

extension WebhookSeed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of it.
    package var description: String { "what webhooks' secrets are made of" }
    /// Nothing of it.
    package var debugDescription: String { description }
    /// Nothing of it, so that no dump shows it.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
