// SPDX-License-Identifier: Apache-2.0

/// How many times wider and higher than the font a character is printed.
package struct EscPosSize: Sendable, Hashable {
    /// 1 to 8; many cheap printers stop at 2.
    package let width: Int
    /// 1 to 8; many cheap printers stop at 2.
    package let height: Int

    /// Makes a size; factors out of range are brought to the nearest that is in range.
    package init(width: Int, height: Int) {
        self.width = min(max(width, 1), 8)
        self.height = min(max(height, 1), 8)
    }

    /// As the font is.
    package static let normal = EscPosSize(width: 1, height: 1)
    /// Twice as high.
    package static let tall = EscPosSize(width: 1, height: 2)
    /// Twice as wide and twice as high.
    package static let double = EscPosSize(width: 2, height: 2)

    /// The parameter of `1D 21`.
    var parameter: UInt8 { UInt8((width - 1) << 4 | (height - 1)) }

    /// Reads the parameter of `1D 21`.
    init(parameter: UInt8) {
        self.init(width: Int(parameter >> 4 & 7) + 1, height: Int(parameter & 7) + 1)
    }
}
