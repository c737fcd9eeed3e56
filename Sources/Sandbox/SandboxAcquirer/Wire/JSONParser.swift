// SPDX-License-Identifier: Apache-2.0

/// Reads JSON strictly: no repeated members, no trailing text, no deeper than ``depthLimit``.
///
/// Source: RFC 8259.
struct JSONParser {
    /// How many arrays and objects may lie in each other.
    static let depthLimit = 16

    private let bytes: [UInt8]
    private var at = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads one value that fills the whole text.
    static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        var parser = JSONParser(bytes)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == bytes.count else { throw .unexpected(offset: parser.at) }
        return value
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ byte: UInt8) throws(JSONFault) {
        guard peek() == byte else { throw .unexpected(offset: at) }
        at += 1
    }

    private mutating func takeWord(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for byte in "\(word)".utf8 { try take(byte) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.depthLimit else { throw .tooDeep }
        skipSpace()
        switch peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try takeWord("true", .bool(true))
        case UInt8(ascii: "f"): return try takeWord("false", .bool(false))
        case UInt8(ascii: "n"): return try takeWord("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        var members: [JSONMember] = []
        var names: Set<String> = []
        try take(UInt8(ascii: "{"))
        skipSpace()
        if peek() == UInt8(ascii: "}") {
            at += 1
            return .object([])
        }
        while true {
            skipSpace()
            let name = try string()
            guard names.insert(name).inserted else { throw .repeatedMember(name) }
            skipSpace()
            try take(UInt8(ascii: ":"))
            members.append(JSONMember(name: name, value: try value(depth: depth + 1)))
            skipSpace()
            if peek() == UInt8(ascii: ",") {
                at += 1
                continue
            }
            try take(UInt8(ascii: "}"))
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        var elements: [JSONValue] = []
        try take(UInt8(ascii: "["))
        skipSpace()
        if peek() == UInt8(ascii: "]") {
            at += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if peek() == UInt8(ascii: ",") {
                at += 1
                continue
            }
            try take(UInt8(ascii: "]"))
            return .array(elements)
        }
    }

    private mutating func string() throws(JSONFault) -> String {
        try take(UInt8(ascii: "\""))
        var text: [UInt8] = []
        while let byte = peek() {
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text.append(contentsOf: try escape())
            case 0x00..<0x20:
                throw .unexpected(offset: at - 1)
            default:
                text.append(byte)
            }
        }
        throw .unexpected(offset: at)
    }

    private mutating func escape() throws(JSONFault) -> [UInt8] {
        guard let byte = peek() else { throw .unexpected(offset: at) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): break
        default: throw .unexpected(offset: at - 1)
        }
        var units = [try hexUnit()]
        if (0xD800..<0xDC00).contains(units[0]) {
            try take(UInt8(ascii: "\\"))
            try take(UInt8(ascii: "u"))
            units.append(try hexUnit())
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .unexpected(offset: at) }
        return Array(text.utf8)
    }

    private mutating func hexUnit() throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                throw .unexpected(offset: at)
            }
            unit = unit << 4 | UInt16(digit)
            at += 1
        }
        return unit
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = at
        if peek() == UInt8(ascii: "-") { at += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else { throw .unexpected(offset: start) }
        var isWhole = true
        if peek() == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            guard digits() > 0 else { throw .unexpected(offset: at) }
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            isWhole = false
            at += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw .unexpected(offset: at) }
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard isWhole, let value = Int64(text) else { return .number(text) }
        return .integer(value)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        return at - start
    }
}
