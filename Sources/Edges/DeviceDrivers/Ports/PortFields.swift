// SPDX-License-Identifier: Apache-2.0

/// The part of an address behind its kind: a path, and fields behind a question mark.
struct PortFields {
    /// What stands before the question mark.
    let path: Substring
    private let fields: [Substring: Substring]
    private let text: String

    private static let wordMax = 128

    /// Takes an address apart.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` that names the field.
    init(_ rest: Substring, in text: String, allowed: [String]) throws(DeviceError) {
        self.text = text
        let mark = rest.firstIndex(of: "?") ?? rest.endIndex
        path = rest[..<mark]
        var fields: [Substring: Substring] = [:]
        for field in rest[mark...].dropFirst().split(separator: "&", omittingEmptySubsequences: true) {
            let equals = field.firstIndex(of: "=") ?? field.endIndex
            let name = field[..<equals]
            guard allowed.contains(String(name)) else {
                throw .mismatch("\"\(text)\" has no field \"\(name)\": write \(allowed.joined(separator: ", "))")
            }
            guard fields[name] == nil else { throw .mismatch("\"\(text)\" has \(name) twice: leave one out") }
            fields[name] = field[equals...].dropFirst()
        }
        self.fields = fields
    }

    /// What stands behind a field's name; nil if it is not there.
    subscript(name: String) -> Substring? { fields[name[...]] }

    /// The word behind a field's name.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if it is none.
    func word(_ name: String) throws(DeviceError) -> String? {
        guard let word = self[name] else { return nil }
        let isWord = word.utf8.allSatisfy { $0.isLetterOrDigit || [0x2D, 0x2E, 0x3A, 0x5F].contains($0) }
        guard !word.isEmpty, word.utf8.count <= Self.wordMax, isWord else {
            throw .mismatch("\(name) \"\(word)\" in \"\(text)\" is none: write letters, digits, - . : and _")
        }
        return String(word)
    }
}
