// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer
import Signing

/// A key of the platform's, as merchants need it.
struct ControlKey: Decodable {
    /// "platform_2".
    let id: String
    /// PEM.
    let public_key: String
    /// From when on the platform signs with it, RFC 3339; nil for the first key.
    var since: String?

    /// The keys that a merchant needs who registers now: the newest, and the one that may still be in use.
    static func current(first: PlatformKeys, _ rotations: [KeyRotation]) throws -> [ControlKey] {
        try ([first] + rotations.map(\.keys)).suffix(2).map { keys in
            ControlKey(id: keys.id, public_key: try keys.signing.verifyingKey.pem())
        }
    }
}
