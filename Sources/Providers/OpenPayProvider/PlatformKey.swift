// SPDX-License-Identifier: Apache-2.0

import Signing

/// A key of the platform's that its answers may be signed with.
struct PlatformKey: Sendable {
    /// The platform's name for it.
    let id: String
    /// What it signs with.
    let algorithm: SignatureAlgorithm
    let key: VerifyingKey
}
