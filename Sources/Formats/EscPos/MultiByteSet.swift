// SPDX-License-Identifier: Apache-2.0

/// A set of characters of one or two bytes each that printers of East Asia are built with.
///
/// Only what is the same in all editions of a set is written: a sign that moved from one edition to
/// the next would come out as another one on an older printer.
/// Source: GB 18030 and its two-byte part GBK; Big5 as code page 950 has it; JIS X 0208 in
/// Shift_JIS; KS X 1001 in EUC-KR.
package enum MultiByteSet: String, Sendable, Hashable, CaseIterable {
    /// Simplified Chinese: two bytes, 81-FE and 40-7E or 80-FE.
    case gb18030
    /// Traditional Chinese: two bytes, A1-F9 and 40-7E or A1-FE.
    case big5
    /// Japanese: two bytes, 81-9F or E0-FC before 40-7E or 80-FC; one byte, A1-DF, for half-width katakana.
    case shiftJIS = "shift_jis"
    /// Korean: two bytes, each A1-FE; what the larger code page 949 adds is left out.
    case cp949

    /// Finds the code of a character: two bytes, or one where the high byte is 0; nil if it has none.
    package func code(for character: Character) -> UInt16? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, first.value >= 0x80 || scalars.count > 1 else { return nil }
        if scalars.count == 1 { return table.code(of: first) }
        // A letter and its accents may be one sign in the set.
        let composed = String(character).precomposed.unicodeScalars
        guard composed.count == 1, let only = composed.first else { return nil }
        return table.code(of: only)
    }

    /// Finds the character of a code; nil if there is none.
    package func character(of code: UInt16) -> Character? {
        table.scalar(of: code).map { Character($0) }
    }

    /// Tells whether a byte begins a code of two bytes.
    package func isLead(_ byte: UInt8) -> Bool {
        switch self {
        case .gb18030: (0x81...0xFE).contains(byte)
        case .big5: (0xA1...0xF9).contains(byte)
        case .shiftJIS: (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
        case .cp949: (0xA1...0xFE).contains(byte)
        }
    }

    /// Tells whether a byte may end a code of two bytes.
    package func isTrail(_ byte: UInt8) -> Bool {
        switch self {
        case .gb18030: (0x40...0x7E).contains(byte) || (0x80...0xFE).contains(byte)
        case .big5: (0x40...0x7E).contains(byte) || (0xA1...0xFE).contains(byte)
        case .shiftJIS: (0x40...0x7E).contains(byte) || (0x80...0xFC).contains(byte)
        case .cp949: (0xA1...0xFE).contains(byte)
        }
    }

    /// The bytes before a run of such characters.
    var opening: [UInt8] {
        // A Japanese printer also has to be told which of its two codings is meant.
        self == .shiftJIS ? [0x1C, 0x43, 0x01, 0x1C, 0x26] : [0x1C, 0x26]
    }

    /// The bytes behind it, after which bytes from 80 are of the code page again.
    var closing: [UInt8] {
        self == .shiftJIS ? [0x1C, 0x2E, 0x1C, 0x43, 0x00] : [0x1C, 0x2E]
    }

    private var table: MultiByteTable {
        switch self {
        case .gb18030: Self.gb18030Table
        case .big5: Self.big5Table
        case .shiftJIS: Self.shiftJISTable
        case .cp949: Self.cp949Table
        }
    }

    // Each is made when it is first used: a printer needs one of them, and most need none.
    private static let gb18030Table = MultiByteTable(.gb18030, converter: "GB18030")
    private static let big5Table = MultiByteTable(.big5, converter: "CP950")
    private static let shiftJISTable = MultiByteTable(.shiftJIS, converter: "SHIFT_JIS")
    private static let cp949Table = MultiByteTable(.cp949, converter: "CP949")
}
