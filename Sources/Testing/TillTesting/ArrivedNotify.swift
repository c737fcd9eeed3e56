// SPDX-License-Identifier: Apache-2.0

package import ProviderKit

/// A notify at the daemon's door.
package struct ArrivedNotify: Sendable {
    /// What the ledger keeps of it.
    package let raw: [UInt8]
    /// Reads it as the daemon's provider does.
    package let read: @Sendable (Moment) throws(ProviderError) -> NotifyReading
    /// Tells the acquirer the daemon's HTTP status; nil if the daemon died over it.
    package let acknowledge: @Sendable (Int?) throws -> Void

    /// Puts it together.
    package init(
        raw: [UInt8],
        read: @escaping @Sendable (Moment) throws(ProviderError) -> NotifyReading,
        acknowledge: @escaping @Sendable (Int?) throws -> Void
    ) {
        self.raw = raw
        self.read = read
        self.acknowledge = acknowledge
    }
}
