// SPDX-License-Identifier: Apache-2.0

/// What a signature covers and what it says about itself.
///
/// Source: RFC 9421, section 2.3.
package struct SignatureParameters: Sendable, Hashable {
    /// The covered components, in the order of the signature base.
    package var components: [SignatureComponent]
    /// When the signature was made, in seconds since 1970.
    package var created: Int64?
    /// When it ends, in seconds since 1970.
    package var expires: Int64?
    /// A value that is used once.
    package var nonce: String?
    /// The name of the key.
    package var keyID: String?
    /// The registered name of the algorithm.
    package var algorithm: String?
    /// The application that the signature is meant for.
    package var tag: String?

    /// Puts parameters together.
    package init(
        components: [SignatureComponent], created: Int64? = nil, expires: Int64? = nil, nonce: String? = nil,
        keyID: String? = nil, algorithm: String? = nil, tag: String? = nil
    ) {
        self.components = components
        self.created = created
        self.expires = expires
        self.nonce = nonce
        self.keyID = keyID
        self.algorithm = algorithm
        self.tag = tag
    }
}
