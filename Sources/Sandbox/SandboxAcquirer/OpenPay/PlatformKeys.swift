// SPDX-License-Identifier: Apache-2.0

package import Signing

/// What the platform signs its answers and notifies with.
package struct PlatformKeys: Sendable {
    /// What the first key is called.
    package static let firstID = "platform_1"

    /// What `keyid` of the answers names: "platform_1".
    package let id: String
    /// An Ed25519 key.
    package let signing: SigningKey

    /// Names an Ed25519 key.
    package init(id: String = Self.firstID, signing: SigningKey) {
        self.id = id
        self.signing = signing
    }
}
