// SPDX-License-Identifier: Apache-2.0

/// How long a reply may be, and how long it may take.
public struct ReplyLimit: Sendable, Hashable {
    /// The longest body, in bytes.
    public let bytes: Int
    /// The time for the whole exchange, 1 ms to 1 day.
    public let time: Duration

    /// What suits a call that a shopper waits for: 1 MiB and 8 s.
    public static let usual = ReplyLimit(bytes: 1 << 20, time: .seconds(8))

    /// States both.
    public init(bytes: Int, time: Duration) {
        self.bytes = bytes
        self.time = time
    }
}
