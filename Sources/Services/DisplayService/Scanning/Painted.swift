// SPDX-License-Identifier: Apache-2.0

import SelfScan

/// What became of a screen that was to be painted.
enum Painted: Sendable, Hashable {
    /// It is on the glass; its code was read back and says what it should, if it has one.
    case shown(SelfScan?)
    /// It is not on the glass, since its code does not say what it should.
    case withheld(SelfScan)
}

/// Why a screen could not be painted although the display is well.
enum PaintingError: Error, Sendable, Hashable {
    /// Nobody knows what the code says, since the reader failed.
    case notReadBack
}

extension PaintingError: CustomStringConvertible {
    /// Says what is wrong and what to do, in one line.
    var description: String {
        "the code could not be read back before it was shown, and is not shown: look at the machine's memory"
    }
}
