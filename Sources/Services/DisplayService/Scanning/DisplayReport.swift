// SPDX-License-Identifier: Apache-2.0

package import SelfScan
package import TillCore

/// What is known of a display and of the codes on it, for health.
package struct DisplayReport: Sendable, Hashable {
    /// What became of reading a display's own memory while a code was up.
    package enum Glass: String, Sendable, Hashable {
        /// No code has been up for long enough.
        case notCompared = "not_compared"
        /// It says what it was sent.
        case asSent = "as_sent"
        /// It cannot be read, or does not say what it shows.
        case unreadable
    }

    /// A code that was read back.
    package struct Scan: Sendable, Hashable {
        /// What it said, and how large it stands.
        package let result: SelfScan
        /// When, in ledger time.
        package let at: Timestamp
        /// Whether it was a sample that was never shown.
        package let isSample: Bool

        /// States all three.
        package init(result: SelfScan, at: Timestamp, isSample: Bool) {
            self.result = result
            self.at = at
            self.isSample = isSample
        }
    }

    /// Columns and rows of its pictures.
    package let width: Int
    /// Rows of its pictures.
    package let height: Int
    /// The edge of a pixel in micrometres; nil if nobody knows.
    package let pitch: Int?
    /// The last code that was read back, a sale's rather than a sample; nil if none was.
    package var scan: Scan?
    /// What became of reading its memory.
    package var glass = Glass.notCompared

    /// Begins a report about a display.
    package init(width: Int, height: Int, pitch: Int?) {
        self.width = width
        self.height = height
        self.pitch = pitch
    }
}
