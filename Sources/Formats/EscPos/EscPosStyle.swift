// SPDX-License-Identifier: Apache-2.0

/// How the characters of a line look.
package struct EscPosStyle: Sendable, Hashable {
    /// Whether the strokes are thicker.
    package var bold: Bool
    /// How large the characters are.
    package var size: EscPosSize

    /// Makes a style.
    package init(bold: Bool = false, size: EscPosSize = .normal) {
        self.bold = bold
        self.size = size
    }

    /// What a printer has after it is initialised.
    package static let plain = EscPosStyle()
}
