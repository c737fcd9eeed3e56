// SPDX-License-Identifier: Apache-2.0

/// A bar code that a printer draws itself: its kind, and a text that has been checked for it.
package struct BarCode: Sendable, Hashable {
    /// How the text becomes bars.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Any text of ASCII.
        case code128
        /// 12 digits, or 13 with the check digit.
        case ean13
        /// 7 digits, or 8 with the check digit.
        case ean8
        /// Capital letters, digits and `- . $ / + %` and space.
        case code39
        /// An even number of digits.
        case itf
    }

    /// What kind it is.
    package let kind: Kind
    /// What a scanner reads, with the check digit where the kind has one.
    package let text: String

    /// The longest text of a bar code, in characters; more than fits any paper.
    package static let longestText = 80

    /// Checks a text; a check digit that is left out is added.
    ///
    /// - Throws: ``BarCodeError`` with what the kind takes.
    package init(_ kind: Kind, _ text: String) throws(BarCodeError) {
        guard !text.isEmpty, text.utf8.count <= Self.longestText else {
            throw .length(kind: kind, characters: text.count)
        }
        self.kind = kind
        switch kind {
        case .code128:
            guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw .characters(kind: kind) }
            self.text = text
        case .code39:
            guard text.allSatisfy({ BarPattern.code39[$0] != nil && $0 != "*" }) else {
                throw .characters(kind: kind)
            }
            self.text = text
        case .itf:
            guard Self.isDigits(text) else { throw .characters(kind: kind) }
            guard text.utf8.count.isMultiple(of: 2) else { throw .length(kind: kind, characters: text.count) }
            self.text = text
        case .ean13: self.text = try Self.checked(text, kind, digits: 13)
        case .ean8: self.text = try Self.checked(text, kind, digits: 8)
        }
    }

    /// How wide it is in dots, without its quiet zone.
    ///
    /// - Parameter moduleDots: dots of the narrowest bar, 2 to 6.
    package func width(moduleDots: Int) -> Int { BarPattern.widths(of: self, moduleDots: moduleDots).reduce(0, +) }

    /// The dots of its bars and gaps by turns, from the left; the first is a bar.
    package func widths(moduleDots: Int) -> [Int] { BarPattern.widths(of: self, moduleDots: moduleDots) }

    /// The widest module with which it fits, with a quiet zone of 10 modules on both sides.
    ///
    /// - Throws: ``BarCodeError/tooWide(dots:)``: the printer would feed paper and print nothing.
    package func moduleDots(fitting dots: Int) throws(BarCodeError) -> Int {
        for module in [3, 2] where width(moduleDots: module) + 20 * module <= dots { return module }
        throw .tooWide(dots: dots)
    }

    /// The command that prints it, of height and module that were set before.
    ///
    /// Source: spec of the bar code command `1D 6B m n d1...dn`.
    package var command: [UInt8] {
        let (number, bytes): (UInt8, [UInt8]) =
            switch kind {
            case .ean13: (0x43, Array(text.utf8))
            case .ean8: (0x44, Array(text.utf8))
            case .code39: (0x45, Array(text.utf8))
            case .itf: (0x46, Array(text.utf8))
            case .code128: (0x49, Code128.printed(text))
            }
        return [0x1D, 0x6B, number, UInt8(min(bytes.count, 255))] + bytes
    }

    /// Reads the parameters of a command; nil if they are no bar code of these kinds.
    init?(number: UInt8, bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let read: (Kind, String)? =
            switch number {
            case 0x43: (.ean13, text)
            case 0x44: (.ean8, text)
            case 0x45: (.code39, text)
            case 0x46: (.itf, text)
            case 0x49: Code128.read(bytes).map { (.code128, $0) }
            default: nil
            }
        guard let (kind, text) = read, let code = try? BarCode(kind, text) else { return nil }
        self = code
    }

    private static func isDigits(_ text: String) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func checked(_ text: String, _ kind: Kind, digits: Int) throws(BarCodeError) -> String {
        guard isDigits(text) else { throw .characters(kind: kind) }
        let values = text.utf8.map { Int($0 - UInt8(ascii: "0")) }
        guard values.count == digits || values.count == digits - 1 else {
            throw .length(kind: kind, characters: values.count)
        }
        var sum = 0
        for (index, value) in values.prefix(digits - 1).reversed().enumerated() {
            sum += index.isMultiple(of: 2) ? 3 * value : value
        }
        let check = (10 - sum % 10) % 10
        guard values.count == digits else { return text + String(check) }
        guard values[digits - 1] == check else { throw .checkDigit(wanted: check) }
        return text
    }
}
