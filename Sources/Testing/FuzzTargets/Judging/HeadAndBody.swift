// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// An input that is a line of its own, fields, an empty line and a body, as messages are written.
struct HeadAndBody {
    /// The first line.
    let line: String
    /// The fields, in their order; lines that are none are passed over.
    let fields: HTTPFields
    /// What stands after the empty line.
    let body: [UInt8]

    /// Takes an input apart.
    init(_ input: [UInt8]) {
        var rest = input[...]
        line = String(decoding: Self.line(&rest), as: UTF8.self)
        var fields = HTTPFields()
        while !rest.isEmpty {
            let line = Self.line(&rest)
            guard !line.isEmpty else { break }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
            else { continue }
            fields.append(HTTPField(name: name, value: line[(colon + 1)...]))
        }
        self.fields = fields
        body = Array(rest)
    }

    /// Takes the next line off, without its end.
    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        defer { rest = rest[min(end + 1, rest.endIndex)...] }
        return rest[..<end]
    }
}
