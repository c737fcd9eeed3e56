// SPDX-License-Identifier: Apache-2.0

/// Tells apart scripts that a printer's characters cannot set: those that run from right to left,
/// join their letters, or stack signs above and below them.
package enum TextScript {
    /// Whether a line has letters that only a picture can set.
    package static func needsDrawing(_ text: String) -> Bool { text.unicodeScalars.contains(where: needsDrawing) }

    /// Whether any letter of a line runs from right to left.
    package static func runsLeft(in text: String) -> Bool { text.unicodeScalars.contains { leftward($0.value) } }

    /// Whether a character runs from right to left.
    package static func runsLeft(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { leftward($0.value) } ?? false
    }

    private static func needsDrawing(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value >= 0x590 && (leftward(value) || stacked.contains { $0.contains(value) })
    }

    private static func leftward(_ value: UInt32) -> Bool {
        (0x590...0x8FF).contains(value) || (0xFB1D...0xFDFF).contains(value) || (0xFE70...0xFEFC).contains(value)
            || (0x1_0800...0x1_0FFF).contains(value) || (0x1_E800...0x1_EFFF).contains(value)
    }

    /// Indian scripts, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian and their relatives.
    private static let stacked: [ClosedRange<UInt32>] = [
        0x900...0xFFF, 0x1000...0x109F, 0x1700...0x18AF, 0x1900...0x1AFF, 0x1B00...0x1C4F, 0x1CD0...0x1CFF,
        0xA800...0xA82F, 0xA840...0xA95F, 0xA980...0xAADF, 0xABC0...0xABFF, 0x1_1000...0x1_1FFF,
    ]
}
