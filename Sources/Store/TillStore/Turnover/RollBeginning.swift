// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// What a job for a journal printer ends with, written down before its first byte.
package struct RollBeginning: Sendable, Hashable, Codable {
    /// The last line that is on paper then.
    package let printed: Int64
    /// The last line that the total of a day has counted then.
    package let closed: Int64
    /// What tells its end.
    package let start: PrintBeginning
    /// The device that it went to; nil if nobody knows.
    package let device: String?

    /// Writes it down.
    package init(printed: Int64, closed: Int64, start: PrintBeginning = PrintBeginning(), device: String? = nil) {
        self.printed = printed
        self.closed = closed
        self.start = start
        self.device = device
    }
}
