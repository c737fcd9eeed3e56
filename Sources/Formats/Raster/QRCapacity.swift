// SPDX-License-Identifier: Apache-2.0

/// Foretells how large a code will be, so that it is encoded once and not once a level.
///
/// The forecast never asks for more room than the encoder does: whoever relies on it compares
/// the version that the encoder chose with the forecast.
///
/// Source: ISO/IEC 18004:2015, table 7 (data codewords) and section 7.4 (bits a mode needs).
enum QRCapacity {
    /// The most bytes any code holds: version 40, level L, byte mode.
    static let mostBytes = 2953

    /// Tells the smallest version that may hold the text at a level.
    ///
    /// - Returns: 1 to 40, or nil if none can.
    static func smallestVersion(for text: some Collection<UInt8>, level: ErrorCorrection) -> Int? {
        for (versions, widths) in classes {
            let bits = fewestBits(of: text, widths: widths)
            if let version = versions.first(where: { bits <= 8 * codewords[level.rawValue][$0 - 1] }) {
                return version
            }
        }
        return nil
    }

    /// Tells the highest level, from `lowest` on, at which the text may stay within a version.
    static func highestLevel(
        for text: some Collection<UInt8>,
        version: Int,
        from lowest: ErrorCorrection
    ) -> ErrorCorrection {
        guard let widths = classes.first(where: { $0.versions.contains(version) })?.widths else { return lowest }
        let bits = fewestBits(of: text, widths: widths)
        let fitting = ErrorCorrection.allCases.last { bits <= 8 * codewords[$0.rawValue][version - 1] }
        return max(lowest, fitting ?? lowest)
    }

    /// Bits of the character count of the numeric, alphanumeric and byte modes.
    private struct Widths {
        let numeric: Int
        let alphanumeric: Int
        let byte: Int
    }

    private static let classes: [(versions: ClosedRange<Int>, widths: Widths)] = [
        (1...9, Widths(numeric: 10, alphanumeric: 9, byte: 8)),
        (10...26, Widths(numeric: 12, alphanumeric: 11, byte: 16)),
        (27...40, Widths(numeric: 14, alphanumeric: 13, byte: 16)),
    ]

    /// Finds the cheapest split of the text into modes.
    ///
    /// Costs are counted in sixths of a bit, because a digit takes 10/3 and a letter 11/2.
    private static func fewestBits(of text: some Collection<UInt8>, widths: Widths) -> Int {
        let unreachable = Int.max / 2
        let heads = (
            numeric: 6 * (4 + widths.numeric),
            alphanumeric: 6 * (4 + widths.alphanumeric),
            byte: 6 * (4 + widths.byte)
        )
        var numeric = heads.numeric
        var alphanumeric = heads.alphanumeric
        var byte = heads.byte
        for character in text {
            let afterNumeric = isDigit(character) ? numeric + 20 : unreachable
            let afterAlphanumeric = isAlphanumeric(character) ? alphanumeric + 33 : unreachable
            let afterByte = byte + 48
            let cheapest = (min(afterNumeric, afterAlphanumeric, afterByte) + 5) / 6 * 6
            numeric = min(afterNumeric, cheapest + heads.numeric)
            alphanumeric = min(afterAlphanumeric, cheapest + heads.alphanumeric)
            byte = min(afterByte, cheapest + heads.byte)
        }
        return (min(numeric, alphanumeric, byte) + 5) / 6
    }

    private static func isDigit(_ character: UInt8) -> Bool {
        (0x30...0x39).contains(character)
    }

    private static func isAlphanumeric(_ character: UInt8) -> Bool {
        switch character {
        case 0x30...0x3A, 0x41...0x5A, 0x20, 0x24, 0x25, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F: true
        default: false
        }
    }

    /// Data codewords of versions 1 to 40, a row a level.
    private static let codewords: [[Int]] = [
        [
            19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861,
            932, 1006, 1094, 1174, 1276, 1370, 1468, 1531, 1631, 1735, 1843, 1955, 2071, 2191, 2306, 2434, 2566, 2702,
            2812, 2956,
        ],
        [
            16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415, 453, 507, 563, 627, 669,
            714, 782, 860, 914, 1000, 1062, 1128, 1193, 1267, 1373, 1455, 1541, 1631, 1725, 1812, 1914, 1992, 2102,
            2216, 2334,
        ],
        [
            13, 22, 34, 48, 62, 76, 88, 110, 132, 154, 180, 206, 244, 261, 295, 325, 367, 397, 445, 485,
            512, 568, 614, 664, 718, 754, 808, 871, 911, 985, 1033, 1115, 1171, 1231, 1286, 1354, 1426, 1502,
            1582, 1666,
        ],
        [
            9, 16, 26, 36, 46, 60, 66, 86, 100, 122, 140, 158, 180, 197, 223, 253, 283, 313, 341, 385,
            406, 442, 464, 514, 538, 596, 628, 661, 701, 745, 793, 845, 901, 961, 986, 1054, 1096, 1142,
            1222, 1276,
        ],
    ]
}
