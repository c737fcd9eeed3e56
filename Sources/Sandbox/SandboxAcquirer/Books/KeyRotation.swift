// SPDX-License-Identifier: Apache-2.0

/// A change of what the platform signs with.
package struct KeyRotation: Sendable {
    /// What answers are signed with from ``since`` on, and notifies too.
    package let keys: PlatformKeys
    /// Milliseconds since 1970 UTC.
    package let since: Int64
    /// Until when notifies are also signed with what was used before, in milliseconds since 1970 UTC.
    package let overlapEnd: Int64
    /// The merchant whose secret changes with it; nil for none.
    package let merchant: String?
    /// What `v1` signatures of the merchant's notifies are made with.
    package let webhookSecret: [UInt8]?

    /// Puts the parts together; the books check them.
    package init(
        keys: PlatformKeys, since: Int64, overlapEnd: Int64, merchant: String? = nil, webhookSecret: [UInt8]? = nil
    ) {
        self.keys = keys
        self.since = since
        self.overlapEnd = overlapEnd
        self.merchant = merchant
        self.webhookSecret = webhookSecret
    }
}
