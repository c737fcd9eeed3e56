// SPDX-License-Identifier: Apache-2.0

/// Finds what one reader of JSON reads this way and the next one that way, and the decoder says
/// nothing about: a name that stands twice, an amount that is rounded, another encoding.
///
/// What is no JSON at all is for the decoder to refuse.
/// Source: RFC 7493, sections 2.1 to 2.3; OpenPay, section 2, `amount`.
struct Ambiguity {
    /// A list, or an object with the names that it had so far.
    private enum Level {
        case list
        case object(names: Set<String>, newest: String?, isAtName: Bool)
    }

    private let bytes: [UInt8]
    private var index = 0
    private var levels: [Level] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What is ambiguous in a text, in words; nil if nothing is.
    static func first(in bytes: [UInt8]) -> String? {
        // No text of JSON has a zero in it, and each text of UTF-16 and UTF-32 has.
        guard !bytes.contains(0) else { return "no utf-8" }
        var search = Ambiguity(bytes)
        return search.first()
    }

    private mutating func first() -> String? {
        while index < bytes.count {
            let start = index
            index += 1
            switch bytes[start] {
            case UInt8(ascii: "{"): levels.append(.object(names: [], newest: nil, isAtName: true))
            case UInt8(ascii: "["): levels.append(.list)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = levels.popLast()
            case UInt8(ascii: ","): turn(toName: true)
            case UInt8(ascii: ":"): turn(toName: false)
            case UInt8(ascii: "\""):
                skipText()
                let end = max(start + 1, index - 1)
                if let name = doubled(bytes[start + 1..<end]) {
                    return "\(OpenPayName.shown(name, longest: 32)) is there twice"
                }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                if isRounded(from: start) { return "value is no whole number" }
            default: break
            }
        }
        return nil
    }

    /// Passes over a text and its closing quote.
    private mutating func skipText() {
        while index < bytes.count {
            let byte = bytes[index]
            index = min(index + (byte == UInt8(ascii: "\\") ? 2 : 1), bytes.count)
            if byte == UInt8(ascii: "\"") { return }
        }
    }

    private mutating func turn(toName isAtName: Bool) {
        guard case .object(let names, let newest, _)? = levels.last else { return }
        levels[levels.count - 1] = .object(names: names, newest: newest, isAtName: isAtName)
    }

    /// Notes a text if it is a name, and returns it if the object has it already.
    private mutating func doubled(_ text: ArraySlice<UInt8>) -> String? {
        guard case .object(var names, _, true)? = levels.last else { return nil }
        let name = Self.plain(text)
        guard names.insert(name).inserted else { return name }
        levels[levels.count - 1] = .object(names: names, newest: name, isAtName: false)
        return nil
    }

    /// Passes over a number; true for an amount that is written with a point or an exponent, since
    /// the decoder takes 1250.00000000000000000001 for 1250.
    private mutating func isRounded(from start: Int) -> Bool {
        let isOfNumber: (UInt8) -> Bool = { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        while index < bytes.count, isOfNumber(bytes[index]) { index += 1 }
        guard case .object(_, "value", false)? = levels.last else { return false }
        return bytes[start..<index].contains { ".eE".utf8.contains($0) }
    }

    /// A name without its escapes, for `statu\u0073` is `status`.
    private static func plain(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
        var units: [UInt16] = []
        var rest = Array(String(decoding: text, as: UTF8.self).utf16)[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C, let escaped = rest.popFirst() else {
                units.append(unit)
                continue
            }
            let digits = String(decoding: rest.prefix(4), as: UTF16.self)
            if escaped == 0x75, digits.utf8.count == 4, let number = UInt16(digits, radix: 16) {
                units.append(number)
                rest.removeFirst(4)
            } else {
                // No name of ours has a control character, so that which one is meant is all one.
                units.append(escaped)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
