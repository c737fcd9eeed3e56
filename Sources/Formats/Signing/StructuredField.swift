// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import RawStructuredFieldValues

/// Parses and writes structured fields, with the errors and limits of this target.
///
/// Source: RFC 9651.
enum StructuredField {
    /// Members by key, in order.
    typealias Dictionary = OrderedMap<String, ItemOrInnerList>

    /// The longest field value that is parsed, in bytes.
    static let longest = 16 * 1024
    /// The most members of a dictionary or list, whose look-up is linear.
    static let mostMembers = 64

    /// The shape of the registered structured fields that `;sf` may name.
    ///
    /// Source: RFC 9421, section 2.1.1; RFC 9530; RFC 9218; RFC 9440; RFC 9211; RFC 9209; RFC 9213.
    static let shapes: [String: StructuredFieldShape] = [
        "content-digest": .dictionary, "repr-digest": .dictionary, "want-content-digest": .dictionary,
        "want-repr-digest": .dictionary, "signature": .dictionary, "signature-input": .dictionary,
        "accept-signature": .dictionary, "priority": .dictionary, "cdn-cache-control": .dictionary,
        "cache-status": .list, "proxy-status": .list, "client-cert-chain": .list, "client-cert": .item,
        "idempotency-key": .item,
    ]

    /// Parses a dictionary.
    static func dictionary(_ value: [UInt8], field: String) throws(SigningError) -> Dictionary {
        let parsed = try parse(value, field: field) { parser in try parser.parseDictionaryFieldValue() }
        try limit(parsed.count, field: field)
        return parsed
    }

    /// Parses the value by its shape and writes it in its only form.
    static func strict(_ value: [UInt8], field: String) throws(SigningError) -> [UInt8] {
        switch shapes[field] {
        case .dictionary:
            let parsed = try dictionary(value, field: field)
            return try write(field: field) { serializer in try serializer.writeDictionaryFieldValue(parsed) }
        case .list:
            let parsed = try parse(value, field: field) { parser in try parser.parseListFieldValue() }
            try limit(parsed.count, field: field)
            return try write(field: field) { serializer in try serializer.writeListFieldValue(parsed) }
        case .item:
            let parsed = try parse(value, field: field) { parser in try parser.parseItemFieldValue() }
            return try write(field: field) { serializer in try serializer.writeItemFieldValue(parsed) }
        case nil:
            throw .unsupported("parameter sf on \(field), whose structure is not known; cover the field without it")
        }
    }

    /// Writes one member of a dictionary, with its parameters but without its key.
    static func member(_ key: String, of value: [UInt8], field: String) throws(SigningError) -> [UInt8] {
        guard let member = try dictionary(value, field: field)[key] else {
            throw .missing("member \(quoted(key)) of \(field)")
        }
        return try write(field: field) { serializer in try serializer.writeListFieldValue([member]) }
    }

    /// Writes a dictionary.
    static func write(_ dictionary: Dictionary, field: String) throws(SigningError) -> String {
        let bytes = try write(field: field) { serializer in try serializer.writeDictionaryFieldValue(dictionary) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes an inner list.
    static func write(_ list: InnerList, field: String) throws(SigningError) -> String {
        let bytes = try write(field: field) { serializer in try serializer.writeListFieldValue([.innerList(list)]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes an item.
    static func write(_ item: Item, field: String) throws(SigningError) -> String {
        let bytes = try write(field: field) { serializer in try serializer.writeItemFieldValue(item) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Makes a byte sequence without parameters.
    static func byteSequence(_ bytes: [UInt8]) -> Item {
        let encoded: RFC9651BareItem = .undecodedByteSequence(Base64.encode(bytes))
        return Item(bareItem: encoded, parameters: [:])
    }

    /// The bytes of a byte sequence; nil for anything else.
    static func bytes(_ member: ItemOrInnerList) -> [UInt8]? {
        guard case .item(let item) = member, case .undecodedByteSequence(let text) = item.rfc9651BareItem else {
            return nil
        }
        return Base64.decode(text)
    }

    /// Wraps each line as a byte sequence and writes them as one list.
    static func wrapped(_ lines: [[UInt8]], field: String) throws(SigningError) -> [UInt8] {
        try limit(lines.count, field: field)
        let list = lines.map { ItemOrInnerList.item(byteSequence($0)) }
        return try write(field: field) { serializer in try serializer.writeListFieldValue(list) }
    }

    /// Text of the other side for an error message: short and printable.
    static func quoted(_ text: String) -> String { "\"" + shown(text, longest: 40) + "\"" }

    /// An error of the parser's, which may hold the whole field.
    private static func shown(_ error: any Error) -> String { shown("\(error)", longest: 120) }

    private static func shown(_ text: String, longest: Int) -> String {
        let shown = text.unicodeScalars.prefix(longest).map {
            $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F ? $0 : "?"
        }
        return String(String.UnicodeScalarView(shown))
    }

    private static func limit(_ count: Int, field: String) throws(SigningError) {
        guard count <= mostMembers else {
            throw .malformed(field: field, why: "\(count) members; \(mostMembers) are the most")
        }
    }

    private static func parse<Parsed>(
        _ value: [UInt8], field: String,
        _ work: (inout StructuredFieldValueParser<ArraySlice<UInt8>>) throws -> Parsed
    ) throws(SigningError) -> Parsed {
        guard value.count <= longest else {
            throw .malformed(field: field, why: "\(value.count) bytes; \(longest) are the most")
        }
        var parser = StructuredFieldValueParser(value[...])
        do {
            return try work(&parser)
        } catch {
            throw .malformed(field: field, why: "no valid structured field (\(shown(error)))")
        }
    }

    private static func write(
        field: String, _ work: (inout StructuredFieldValueSerializer) throws -> [UInt8]
    ) throws(SigningError) -> [UInt8] {
        var serializer = StructuredFieldValueSerializer()
        do {
            return try work(&serializer)
        } catch {
            throw .malformed(field: field, why: "cannot be written as a structured field (\(shown(error)))")
        }
    }
}

extension HTTPFields {
    /// All lines of a field, trimmed and joined as RFC 9421, section 2.1 asks; nil without one.
    func combined(_ name: HTTPField.Name) -> [UInt8]? {
        let lines = lines(name)
        guard !lines.isEmpty else { return nil }
        // HTTP/2 splits one cookie line into several at its semicolons: RFC 9113, section 8.2.3.
        let separator = name == .cookie ? "; " : ", "
        return Array(lines.joined(separator: Array(separator.utf8)))
    }

    /// Each line of a field, trimmed.
    func lines(_ name: HTTPField.Name) -> [[UInt8]] {
        self[fields: name].map { field in
            field.withUnsafeBytesOfValue { bytes in
                let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
                let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
                return Array(bytes[start..<end])
            }
        }
    }
}
