// SPDX-License-Identifier: Apache-2.0

/// Reads the members of a request's JSON object and refuses those that it does not know.
struct BodyReader {
    private let members: [String: JSONValue]
    private let path: String

    /// Takes an object.
    ///
    /// - Parameter path: where the object lies, with a full stop at its end, or "".
    init(_ value: JSONValue, at path: String = "", knows: Set<String>) throws(Problem) {
        guard case .object(let list) = value else {
            throw .invalid(path.isEmpty ? "body" : String(path.dropLast()), "send a JSON object")
        }
        if let unknown = list.first(where: { !knows.contains($0.name) }) {
            let name = path + String(unknown.name.unicodeScalars.prefix(64))
            throw .invalid(name, "this member is not known: leave it out")
        }
        members = Dictionary(list.map { ($0.name, $0.value) }) { first, _ in first }
        self.path = path
    }

    /// Reads a body: one JSON object.
    static func object(_ body: [UInt8]) throws(Problem) -> JSONValue {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONParser.value(of: body)
        } catch {
            throw .invalid("body", error.description)
        }
        guard case .object = value else { throw .invalid("body", "send a JSON object") }
        return value
    }

    /// Whether a member is there.
    func has(_ name: String) -> Bool { members[name] != nil }

    /// A text of so many characters.
    func text(_ name: String, _ length: ClosedRange<Int>) throws(Problem) -> String {
        guard let text = try optionalText(name, length) else { throw .invalid(path + name, "this member is needed") }
        return text
    }

    /// A text of so many characters, or nil when the member is not there.
    func optionalText(_ name: String, _ length: ClosedRange<Int>) throws(Problem) -> String? {
        guard let value = members[name] else { return nil }
        guard let text = value.text, length.contains(text.unicodeScalars.count) else {
            throw .invalid(path + name, "send a text of \(length.lowerBound) to \(length.upperBound) characters")
        }
        return text
    }

    /// A number that the merchant chose: 1 to 64 letters, digits, "_" and "-".
    func reference(_ name: String) throws(Problem) -> String {
        let text = try text(name, 1...64)
        guard Self.isReference(text) else { throw .invalid(path + name, "use only 0-9, A-Z, a-z, _ and -") }
        return text
    }

    /// A time, in milliseconds since 1970 UTC.
    func time(_ name: String) throws(Problem) -> Int64 {
        guard let time = RFC3339.milliseconds(try text(name, 1...64)) else {
            throw .invalid(path + name, "send a time as in 2026-03-01T09:30:00+08:00")
        }
        return time
    }

    /// Money of a currency, from one minor unit to ``Amount/limit``.
    func amount(_ name: String, currency: String) throws(Problem) -> Amount {
        guard let value = members[name] else { throw .invalid(path + name, "this member is needed") }
        let reader = try BodyReader(value, at: path + name + ".", knows: ["value", "currency"])
        guard let minor = reader.members["value"]?.whole else {
            throw .invalid(path + name + ".value", "send an integer of minor units")
        }
        guard minor >= 1 else { throw .invalid(path + name + ".value", "send one minor unit or more") }
        guard minor <= Amount.limit else {
            throw Problem(
                .amountLimit, "one payment is at most \(Amount.limit) minor units", field: path + name + ".value")
        }
        let code = try reader.text("currency", 3...3)
        guard code == currency else { throw .invalid(path + name + ".currency", "this is settled in \(currency)") }
        return Amount(value: minor, currency: code)
    }

    /// An object within the object.
    func reader(_ name: String, knows: Set<String>) throws(Problem) -> BodyReader {
        guard let value = members[name] else { throw .invalid(path + name, "this member is needed") }
        return try BodyReader(value, at: path + name + ".", knows: knows)
    }

    /// Whether a text can be a merchant's number for something.
    static func isReference(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
