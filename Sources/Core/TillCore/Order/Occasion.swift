// SPDX-License-Identifier: Apache-2.0

/// When something is recorded: what the core may not find out by itself.
public struct Occasion: Sendable, Hashable, Codable {
    /// Ledger time, which never goes back.
    public let at: Timestamp
    /// Which start of the daemon on this ledger it is; counts from 1.
    public let boot: Int

    /// States both.
    public init(at: Timestamp, boot: Int) {
        self.at = at
        self.boot = boot
    }
}
