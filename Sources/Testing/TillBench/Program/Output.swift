// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Standard output, whose lines leave at once, and standard error.
enum Output {
    /// Writes a line.
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// Says what is being done, beside the figures.
    static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
