// SPDX-License-Identifier: Apache-2.0

extension JSONScanner {
    /// Reads a number and keeps its text.
    mutating func number() throws(Problem) -> String {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        guard position - start <= Self.numberLimit else {
            throw Problem(
                .invalidValue,
                "\(path.isEmpty ? "the number" : path) has too many digits: send \(Self.numberLimit) at most",
                field: path.isEmpty ? nil : path)
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(Problem) {
        let start = position
        while let byte = peek(), (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw malformed("a digit") }
    }

    /// Reads text in quotes; the position is at the first quote.
    mutating func text() throws(Problem) -> String {
        position += 1
        var scalars = String.UnicodeScalarView()
        var run = position
        // Whole stretches without an escape are taken at once; the bytes are known to be UTF-8.
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                scalars.append(contentsOf: stretch(from: run))
                position += 1
                return try checked(scalars)
            case UInt8(ascii: "\\"):
                scalars.append(contentsOf: stretch(from: run))
                position += 1
                scalars.append(try escape())
                run = position
            case 0..<0x20:
                throw malformed("an escape instead of a control character")
            default:
                position += 1
            }
        }
        throw malformed("a closing quote")
    }

    private func stretch(from start: Int) -> String.UnicodeScalarView {
        String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars
    }

    private func checked(_ scalars: String.UnicodeScalarView) throws(Problem) -> String {
        guard scalars.count <= Self.textLimit else {
            throw Problem(
                .invalidValue,
                "\(path.isEmpty ? "a text" : path) is too long: send \(Self.textLimit) characters at most",
                field: path.isEmpty ? nil : path)
        }
        return String(scalars)
    }

    private mutating func escape() throws(Problem) -> Unicode.Scalar {
        guard let byte = peek() else { throw malformed("an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            position -= 1
            throw malformed("an escape that JSON knows")
        }
    }

    private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
        let first = try hex()
        guard (0xD800...0xDBFF).contains(first) else {
            guard let scalar = Unicode.Scalar(first) else {
                throw malformed("the first half of a pair")
            }
            return scalar
        }
        guard take("\\u") else { throw malformed("the second half of a pair") }
        let second = try hex()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw malformed("the second half of a pair") }
        return scalar
    }

    private mutating func hex() throws(Problem) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else {
                throw malformed("a hexadecimal digit")
            }
            number = number << 4 | UInt32(digit)
            position += 1
        }
        return number
    }
}
