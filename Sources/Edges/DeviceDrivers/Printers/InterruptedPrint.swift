// SPDX-License-Identifier: Apache-2.0

/// A job that was begun and whose end nobody has seen: the line broke, or the program died.
package struct InterruptedPrint: Sendable, Hashable {
    /// What was written down before its first byte.
    package let start: PrintStart
    /// How many of its bytes were handed over; nil if the program died over it.
    package let bytesWritten: Int?

    /// Names a job.
    package init(start: PrintStart, bytesWritten: Int?) {
        self.start = start
        self.bytesWritten = bytesWritten
    }
}
