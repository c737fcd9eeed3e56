// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
    /// The value as JSON, members in their order.
    var bytes: [UInt8] {
        var text: [UInt8] = []
        write(to: &text, sorted: false)
        return text
    }

    /// The value as JSON with members in the order of their names, so that equal content gives equal bytes.
    var canonical: String {
        var text: [UInt8] = []
        write(to: &text, sorted: true)
        return String(decoding: text, as: UTF8.self)
    }

    private func write(to text: inout [UInt8], sorted: Bool) {
        switch self {
        case .null: text.append(contentsOf: "null".utf8)
        case .bool(let value): text.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): text.append(contentsOf: String(value).utf8)
        case .number(let value): text.append(contentsOf: value.utf8)
        case .string(let value): Self.write(value, to: &text)
        case .array(let elements):
            text.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                element.write(to: &text, sorted: sorted)
            }
            text.append(UInt8(ascii: "]"))
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            let ordered =
                sorted ? members.sorted { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) } : members
            for (index, member) in ordered.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &text)
                text.append(UInt8(ascii: ":"))
                member.value.write(to: &text, sorted: sorted)
            }
            text.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ string: String, to text: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                text.append(UInt8(ascii: "\\"))
                text.append(byte)
            case 0x00..<0x20:
                text.append(contentsOf: "\\u00".utf8)
                text.append(hex[Int(byte >> 4)])
                text.append(hex[Int(byte & 0xF)])
            default:
                text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
