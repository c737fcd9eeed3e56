// SPDX-License-Identifier: Apache-2.0

extension FenceMark {
    /// How many marks of a letter there are before they begin again.
    package static let serials = 62 * 62 * 62

    /// Makes a mark of a letter and a number up to ``serials``.
    ///
    /// Answers to marks of a program that has died may still be on their way, so programs begin at
    /// different numbers.
    /// - Parameters:
    ///   - letter: an ASCII letter that tells marks of different use apart.
    ///   - serial: a count that is raised with every mark; it begins again where it is too large.
    package init(_ letter: Character, serial: Int) {
        var rest = abs(serial % Self.serials)
        var places: [UInt8] = []
        for _ in 0..<3 {
            places.insert(Self.digit(rest % 62), at: 0)
            rest /= 62
        }
        self.init(letter: letter, places: places)
    }

    private static func digit(_ value: Int) -> UInt8 {
        switch value {
        case ..<10: UInt8(ascii: "0") + UInt8(max(value, 0))
        case ..<36: UInt8(ascii: "A") + UInt8(value - 10)
        default: UInt8(ascii: "a") + UInt8(value - 36)
        }
    }
}
