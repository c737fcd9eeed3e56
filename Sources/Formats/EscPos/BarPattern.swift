// SPDX-License-Identifier: Apache-2.0

/// Bars and gaps of bar codes.
///
/// Source: ISO/IEC 15417 (CODE128), 15420 (EAN), 16388 (CODE39), 16390 (ITF).
enum BarPattern {
    /// The dots of bars and gaps by turns, a bar first.
    static func widths(of code: BarCode, moduleDots: Int) -> [Int] {
        let module = min(max(moduleDots, 1), 6)
        switch code.kind {
        case .code128: return Code128.symbols(of: code.text).flatMap { digits(code128[$0]) }.map { $0 * module }
        case .ean13, .ean8: return ean(code.text).map { $0 * module }
        case .code39: return code39(code.text).map { $0 ? wide(module) : module }
        case .itf: return itf(code.text).map { $0 ? wide(module) : module }
        }
    }

    /// Printers draw wide bars two and a half times as wide as narrow ones, in whole dots.
    private static func wide(_ module: Int) -> Int { module == 6 ? 16 : (5 * module + 1) / 2 }

    private static func digits(_ pattern: Substring) -> [Int] { pattern.utf8.map { Int($0 - 0x30) } }

    private static func ean(_ text: String) -> [Int] {
        let values = text.utf8.map { Int($0 - 0x30) }
        let left = values.count == 13 ? Array(values[1..<7]) : Array(values[0..<4])
        let right = values.count == 13 ? Array(values[7...]) : Array(values[4...])
        let turned = values.count == 13 ? Array(parities[values[0]].utf8) : []
        var widths = [1, 1, 1]
        for (index, value) in left.enumerated() {
            let pattern = digits(eanDigits[value])
            widths += index < turned.count && turned[index] == UInt8(ascii: "G") ? pattern.reversed() : pattern
        }
        widths += [1, 1, 1, 1, 1]
        for value in right { widths += digits(eanDigits[value]) }
        return widths + [1, 1, 1]
    }

    private static func code39(_ text: String) -> [Bool] {
        var elements: [Bool] = []
        for character in "*" + text + "*" {
            // A narrow gap stands between two characters.
            if !elements.isEmpty { elements.append(false) }
            elements += (code39[character] ?? "").utf8.map { $0 == UInt8(ascii: "1") }
        }
        return elements
    }

    private static func itf(_ text: String) -> [Bool] {
        var elements = [false, false, false, false]
        let values = text.utf8.map { Int($0 - 0x30) }
        for index in stride(from: 0, to: values.count - 1, by: 2) {
            // The bars are one digit and the gaps between them the next.
            for (bar, gap) in zip(itfDigits[values[index]].utf8, itfDigits[values[index + 1]].utf8) {
                elements += [bar == UInt8(ascii: "1"), gap == UInt8(ascii: "1")]
            }
        }
        return elements + [true, false, false]
    }

    private static let code128: [Substring] =
        """
        212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 \
        221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 \
        221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 \
        212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 \
        231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 \
        231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 \
        314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 \
        112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 \
        111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 \
        214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 \
        114131 311141 411131 211412 211214 211232 2331112
        """.split(separator: " ")

    private static let eanDigits: [Substring] =
        "3211 2221 2122 1411 1132 1231 1114 1312 1213 3112".split(separator: " ")
    private static let parities: [Substring] =
        "LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL".split(separator: " ")
    private static let itfDigits: [Substring] =
        "00110 10001 01001 11000 00101 10100 01100 00011 10010 01010".split(separator: " ")

    /// Wide elements of a character of CODE39 are 1.
    static let code39: [Character: Substring] = {
        let names = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *$/+%")
        let patterns =
            """
            000110100 100100001 001100001 101100000 000110001 100110000 001110000 000100101 100100100 001100100 \
            100001001 001001001 101001000 000011001 100011000 001011000 000001101 100001100 001001100 000011100 \
            100000011 001000011 101000010 000010011 100010010 001010010 000000111 100000110 001000110 000010110 \
            110000001 011000001 111000000 010010001 110010000 011010000 010000101 110000100 011000100 010010100 \
            010101000 010100010 010001010 000101010
            """.split(separator: " ")
        return Dictionary(uniqueKeysWithValues: zip(names, patterns))
    }()
}
