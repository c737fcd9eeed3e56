// SPDX-License-Identifier: Apache-2.0

/// The limits of one exchange.
package struct TransportLimits: Sendable, Hashable {
    /// The time for name look-up, connection and TLS together; 1 ms to 1 day.
    package var connect: Duration
    /// The time for everything; 1 ms to 1 day. A call that waits for news takes a longer one.
    package var total: Duration
    /// The longest body that is accepted, in bytes.
    package var answerBytes: Int

    /// Sets limits; the defaults suit a call that a shopper waits for.
    package init(connect: Duration = .seconds(3), total: Duration = .seconds(8), answerBytes: Int = 1 << 20) {
        self.connect = connect
        self.total = total
        self.answerBytes = answerBytes
    }
}
