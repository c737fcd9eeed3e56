// SPDX-License-Identifier: Apache-2.0

/// Says how a line of text is set.
package struct TextStyle: Hashable, Sendable {
    /// The sizes that can be asked for.
    package static let sizes = 4...1024

    /// Height of the em square in pixels; clamped to ``sizes``.
    package let size: Int
    /// Sets only full pixels: for panels and paper that know no half tones.
    package let crisp: Bool
    /// Gives every digit the same width, so that a countdown does not dance.
    package let tabularDigits: Bool

    /// Makes a style.
    package init(size: Int, crisp: Bool = false, tabularDigits: Bool = true) {
        self.size = min(Self.sizes.upperBound, max(Self.sizes.lowerBound, size))
        self.crisp = crisp
        self.tabularDigits = tabularDigits
    }

    /// Pixels from the top of a line's box to its baseline.
    package var ascent: Int { (size * 88 + 50) / 100 }
    /// Pixels of a line's box below its baseline.
    package var descent: Int { (size * 22 + 50) / 100 }
    /// Pixels of a line's box.
    package var lineHeight: Int { ascent + descent }
}
