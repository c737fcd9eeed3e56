// SPDX-License-Identifier: Apache-2.0

/// Four printable bytes that a printer gives back when it has come that far.
package struct FenceMark: Sendable, Hashable {
    /// Exactly four bytes from 20 to 7E.
    package let bytes: [UInt8]

    /// Makes a mark of a letter and the last three digits of a number.
    ///
    /// - Parameters:
    ///   - letter: an ASCII letter that tells marks of different use apart.
    ///   - number: a count that is raised with every mark.
    package init(_ letter: Character, _ number: Int) {
        let digits = String(abs(number % 1000))
        let padded = String(repeating: "0", count: 3 - digits.utf8.count) + digits
        self.init(letter: letter, places: Array(padded.utf8))
    }

    /// Puts a mark together; a letter that a printer would not give back becomes a dash.
    init(letter: Character, places: [UInt8]) {
        bytes = [letter.asciiValue.flatMap { (0x20...0x7E).contains($0) ? $0 : nil } ?? 0x2D] + places
    }

    /// Reads a mark from the payload of a block; nil if it is none.
    package init?(payload: [UInt8]) {
        guard payload.count == 4, payload.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        bytes = payload
    }
}
