// SPDX-License-Identifier: Apache-2.0

/// The members of a JSON object in a request, with the path that leads to it.
///
/// Its getters are the only way into a message, and each of them refuses by name.
public struct RequestObject: Sendable {
    /// The path that leads here; empty for the body.
    let path: String
    /// The members, all of them known.
    let members: [String: JSONTree]

    /// Takes an object, and refuses members that are not known.
    ///
    /// - Throws: `wrong_type` if it is none, `unknown_field` for the first such member.
    init(_ tree: JSONTree, at path: String, known: [String]) throws(Problem) {
        self.path = path
        guard case .object(let members) = tree else {
            throw Self.wrongType(path, "an object", tree)
        }
        self.members = members
        if let stranger = members.keys.sorted().first(where: { !known.contains($0) }) {
            let field = FieldPath.member(stranger, of: path)
            let remedy =
                known.isEmpty ? "send none here" : "known are \(known.joined(separator: ", "))"
            throw Problem(
                .unknownField, "\(field) is not a member of this message: \(remedy)", field: field)
        }
    }

    /// The path of a member.
    func path(to name: String) -> String {
        FieldPath.member(name, of: path)
    }

    /// A member; nil if it is absent or null.
    func value(_ name: String) -> JSONTree? {
        guard let tree = members[name], tree != .null else { return nil }
        return tree
    }

    /// A member that must be there.
    func required(_ name: String, _ kind: String) throws(Problem) -> JSONTree {
        guard let tree = members[name] else {
            throw Problem(
                .missingField, "\(path(to: name)) is missing: send it as \(kind)",
                field: path(to: name))
        }
        return tree
    }

    /// The problem of a value of another kind than it must be.
    static func wrongType(_ path: String, _ kind: String, _ tree: JSONTree) -> Problem {
        let name = path.isEmpty ? "the body" : path
        return Problem(
            .wrongType, "\(name) must be \(kind), not \(tree.kind)",
            field: path.isEmpty ? nil : path)
    }
}

extension RequestObject {
    /// Text that must be there and keep a rule.
    func text(_ name: String, _ rule: TextRule) throws(Problem) -> String {
        try rule.read(try required(name, "text"), at: path(to: name))
    }

    /// Text that may be absent or null, and keeps a rule otherwise.
    func optionalText(_ name: String, _ rule: TextRule) throws(Problem) -> String? {
        guard let tree = value(name) else { return nil }
        return try rule.read(tree, at: path(to: name))
    }

    /// An integer that must be there.
    func integer(_ name: String) throws(Problem) -> Int64 {
        try integer(in: try required(name, "a whole number"), at: path(to: name))
    }

    /// An integer of a range that may be absent or null.
    func optionalInteger(_ name: String, _ range: ClosedRange<Int64>) throws(Problem) -> Int64? {
        guard let tree = value(name) else { return nil }
        let number = try integer(in: tree, at: path(to: name))
        guard range.contains(number) else {
            throw Problem(
                .invalidValue,
                "\(path(to: name)) is \(number): send \(range.lowerBound) to \(range.upperBound)",
                field: path(to: name))
        }
        return number
    }

    private func integer(in tree: JSONTree, at path: String) throws(Problem) -> Int64 {
        guard case .number(let digits) = tree else {
            throw Self.wrongType(path, "a whole number", tree)
        }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }) else {
            throw Problem(
                .wrongType,
                "\(path) must be a whole number: send digits without a point or an exponent",
                field: path)
        }
        guard let number = Int64(digits) else {
            throw Problem(
                .invalidValue, "\(path) does not fit into 64 bits: send a smaller number",
                field: path)
        }
        return number
    }

    /// An object that must be there.
    func object(_ name: String, known: [String]) throws(Problem) -> RequestObject {
        try RequestObject(try required(name, "an object"), at: path(to: name), known: known)
    }

    /// An object that may be absent or null.
    func optionalObject(_ name: String, known: [String]) throws(Problem) -> RequestObject? {
        guard let tree = value(name) else { return nil }
        return try RequestObject(tree, at: path(to: name), known: known)
    }

    /// Names and texts of the caller's choice, within limits; nil if absent or null.
    func optionalTexts(_ name: String, limit: Int, names: TextRule, values: TextRule)
        throws(Problem) -> [String:
        String]?
    {
        guard let tree = value(name) else { return nil }
        let path = path(to: name)
        guard case .object(let entries) = tree else {
            throw Self.wrongType(path, "an object", tree)
        }
        guard entries.count <= limit else {
            throw Problem(
                .invalidValue, "\(path) has \(entries.count) entries: send \(limit) at most",
                field: path)
        }
        var texts: [String: String] = [:]
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            let entry = FieldPath.member(key, of: path)
            _ = try names.read(.string(key), at: entry)
            texts[key] = try values.read(value, at: entry)
        }
        return texts
    }
}
