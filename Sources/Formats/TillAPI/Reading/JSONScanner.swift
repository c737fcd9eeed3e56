// SPDX-License-Identifier: Apache-2.0

/// Reads JSON by RFC 8259 to the letter, with limits, and remembers where it is.
///
/// Doubled names, text after the document, byte order marks, bytes that are not UTF-8, lone
/// surrogates and bare control characters are refused.
/// Source: RFC 8259, sections 2 to 8.
struct JSONScanner {
    /// How deep values may be inside each other.
    static let depthLimit = 16
    /// The longest text, in Unicode scalars; no member of any message is longer.
    static let textLimit = 4096
    /// The longest number, in characters; no integer of 64 bits is longer.
    static let numberLimit = 32

    /// The whole body.
    let bytes: [UInt8]
    /// The index of the next byte.
    var position = 0
    /// The path of the value that is being read; empty at the top.
    var path = ""

    /// Starts at the first byte.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads one value and makes sure that nothing follows it.
    mutating func document() throws(Problem) -> JSONTree {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem(.malformed, "the body is not UTF-8: send it as UTF-8")
        }
        guard !bytes.isEmpty else {
            throw Problem(.malformed, "the body is empty: send a JSON object")
        }
        let tree = try value(depth: 1)
        skipBlanks()
        guard position == bytes.count else { throw malformed("the end") }
        return tree
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONTree {
        guard depth <= Self.depthLimit else {
            throw Problem(
                .malformed, "the body is nested deeper than \(Self.depthLimit): send it flatter",
                field: path.isEmpty ? nil : path)
        }
        skipBlanks()
        switch peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try text())
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
            return .number(try number())
        default:
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
            if take("null") { return .null }
            throw malformed("a value")
        }
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONTree {
        let outer = path
        defer { path = outer }
        var members: [String: JSONTree] = [:]
        position += 1
        skipBlanks()
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            path = outer
            guard peek() == UInt8(ascii: "\"") else { throw malformed("a name in quotes") }
            let name = try text()
            path = FieldPath.member(name, of: outer)
            skipBlanks()
            guard take(":") else { throw malformed("a colon") }
            guard members[name] == nil else {
                throw Problem(.malformed, "\(path) is there twice: send it once", field: path)
            }
            members[name] = try value(depth: depth + 1)
            skipBlanks()
        } while take(",")
        guard take("}") else { throw malformed("a comma or a closing brace") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Problem) -> JSONTree {
        let outer = path
        defer { path = outer }
        var elements: [JSONTree] = []
        position += 1
        skipBlanks()
        if take("]") { return .array(elements) }
        repeat {
            path = FieldPath.element(elements.count, of: outer)
            elements.append(try value(depth: depth + 1))
            skipBlanks()
        } while take(",")
        guard take("]") else { throw malformed("a comma or a closing bracket") }
        return .array(elements)
    }
}

extension JSONScanner {
    /// The byte at the position; nil at the end.
    func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Passes over spaces, tabs and line ends.
    mutating func skipBlanks() {
        while let byte = peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    /// Passes over a word if it is there.
    mutating func take(_ word: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// The problem of a body that is not JSON at this position.
    func malformed(_ expected: String) -> Problem {
        Problem(
            .malformed, "the body is not JSON: expected \(expected) at byte \(position)",
            field: path.isEmpty ? nil : path)
    }
}
