// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The codes of a multi-byte set by character, and back.
///
/// The C library's converter is asked once for each character of the basic plane; after that the
/// table never changes, needs no lock and costs 256 KiB.
struct MultiByteTable: Sendable {
    private let codes: [UInt16]
    private let scalars: [UInt16]

    /// Signs that moved within GB 18030 from one edition to the next, and full-width signs that
    /// other makers of Shift_JIS put elsewhere.
    private static let moved = Set<UInt16>(
        [0x1E3F, 0xFFE0, 0xFFE1, 0xFFE2] + Array(0x9FB4...0x9FBB) + Array(0xFE10...0xFE19))

    /// Asks the converter; without one the table is empty, and its lines are drawn.
    init(_ set: MultiByteSet, converter name: String) {
        var codes = [UInt16](repeating: 0, count: 0x1_0000)
        var scalars = codes
        if let converter = CharacterConverter(to: name) {
            for value in UInt16(0x80)...0xFFFF {
                // Surrogates are no characters, and what is private differs from printer to printer.
                guard !(0xD800...0xF8FF).contains(value), !Self.isMoved(value, in: set),
                    let code = converter.code(of: value), Self.isWritten(code, in: set),
                    Self.keepsToItsCells(value, code)
                else { continue }
                codes[Int(value)] = code
                if scalars[Int(code)] == 0 { scalars[Int(code)] = value }
            }
        }
        self.codes = codes
        self.scalars = scalars
    }

    /// The code of a character; nil if the set lacks it.
    func code(of scalar: Unicode.Scalar) -> UInt16? {
        guard scalar.value < 0x1_0000 else { return nil }
        let code = codes[Int(scalar.value)]
        return code == 0 ? nil : code
    }

    /// The character of a code; nil if there is none.
    func scalar(of code: UInt16) -> Unicode.Scalar? {
        let value = scalars[Int(code)]
        return value == 0 ? nil : Unicode.Scalar(value)
    }

    /// Printers set every code of two bytes in two cells: Greek letters and quotes of such a set
    /// would push the columns behind them aside.
    private static func keepsToItsCells(_ value: UInt16, _ code: UInt16) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        return CellWidth.of(Character(scalar)) == (code > 0xFF ? 2 : 1)
    }

    private static func isMoved(_ value: UInt16, in set: MultiByteSet) -> Bool {
        (set == .gb18030 || set == .shiftJIS) && moved.contains(value)
    }

    private static func isWritten(_ code: UInt16, in set: MultiByteSet) -> Bool {
        guard code > 0xFF else { return set == .shiftJIS && (0xA1...0xDF).contains(code) }
        return set.isLead(UInt8(code >> 8)) && set.isTrail(UInt8(code & 0xFF))
    }
}

/// The C library's converter, open for one set.
private struct CharacterConverter: ~Copyable {
    private let handle: iconv_t

    /// Opens it; nil if the system lacks the set.
    init?(to name: String) {
        guard let handle = iconv_open(name, "UTF-16LE"), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// The one or two bytes of a character of the basic plane; nil if it has none, or more.
    borrowing func code(of value: UInt16) -> UInt16? {
        var input = (CChar(truncatingIfNeeded: value & 0xFF), CChar(truncatingIfNeeded: value >> 8))
        var output = (UInt8(0), UInt8(0), UInt8(0), UInt8(0), UInt8(0), UInt8(0), UInt8(0), UInt8(0))
        var left = 2
        var room = 8
        let status = withUnsafeMutableBytes(of: &input) { input in
            withUnsafeMutableBytes(of: &output) { output in
                var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                iconv(handle, nil, nil, nil, nil)
                return iconv(handle, &source, &left, &target, &room)
            }
        }
        // Anything but 0 says that the character was replaced by a similar one.
        guard status == 0, left == 0 else { return nil }
        switch 8 - room {
        case 1: return UInt16(output.0)
        case 2: return UInt16(output.0) << 8 | UInt16(output.1)
        default: return nil
        }
    }
}
