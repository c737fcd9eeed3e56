// SPDX-License-Identifier: Apache-2.0

/// Says why a text is no bar code.
package enum BarCodeError: Error, Sendable, Hashable {
    /// The kind does not have these characters.
    case characters(kind: BarCode.Kind)
    /// The kind takes another number of characters.
    case length(kind: BarCode.Kind, characters: Int)
    /// The last digit is not the check digit, which this is.
    case checkDigit(wanted: Int)
    /// It would be wider than the paper, whose width in dots this is.
    case tooWide(dots: Int)
}

extension BarCodeError: CustomStringConvertible {
    /// Says what is wrong and what to do.
    package var description: String {
        switch self {
        case .characters(let kind): "a \(kind.rawValue) bar code takes \(Self.taken(by: kind)) only"
        case .length(let kind, let characters):
            "a \(kind.rawValue) bar code takes \(Self.lengths(of: kind)): this text has \(characters) characters"
        case .checkDigit(let wanted):
            "the last digit is the check digit and has to be \(wanted): correct it or leave it out"
        case .tooWide(let dots): "the bar code is wider than paper of \(dots) dots: shorten its text or use wider paper"
        }
    }

    private static func taken(by kind: BarCode.Kind) -> String {
        switch kind {
        case .code128: "letters, digits and signs of ASCII"
        case .code39: "capital letters, digits, spaces and - . $ / + %"
        case .ean13, .ean8, .itf: "digits"
        }
    }

    private static func lengths(of kind: BarCode.Kind) -> String {
        switch kind {
        case .code128, .code39: "1 to \(BarCode.longestText) characters"
        case .ean13: "12 or 13 digits"
        case .ean8: "7 or 8 digits"
        case .itf: "an even number of digits up to \(BarCode.longestText)"
        }
    }
}
