// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Standard output, whose lines leave at once.
enum Output {
    /// Writes a line.
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
