// SPDX-License-Identifier: Apache-2.0

/// Finds where two records differ.
enum Difference {
    /// How many differences of one exchange are told.
    private static let most = 8
    /// The longest value that is told, in characters.
    private static let longest = 120
    /// Fields that hold the bytes of signatures, which are made with other keys.
    private static let signatures: Set<String> = ["signature", "webhook-signature"]

    /// Where one record is not the other, each in a sentence.
    static func all(_ now: JSONValue, _ then: JSONValue) -> [String] {
        var found: [String] = []
        compare(now, then, at: "", &found)
        return found.count <= most ? found : Array(found.prefix(most)) + ["and \(found.count - most) more"]
    }

    private static func compare(_ now: JSONValue?, _ then: JSONValue?, at path: String, _ found: inout [String]) {
        guard now != then else { return }
        switch (now, then) {
        case (.object(let left)?, .object(let right)?):
            // The signed text names the signature of the request, and the key: both are compared as parts of it.
            for name in names(left, right) where name != "fields" {
                compareMember(name, now?[name], then?[name], at: path, &found)
            }
            compareFields(now?["fields"], then?["fields"], at: path, &found)
        case (.array(let left)?, .array(let right)?) where left.count == right.count:
            for index in left.indices { compare(left[index], right[index], at: "\(path)[\(index)]", &found) }
        default:
            found.append("\(path) is \(shown(now)), and was \(shown(then))")
        }
    }

    private static func compareMember(
        _ name: String, _ now: JSONValue?, _ then: JSONValue?, at path: String, _ found: inout [String]
    ) {
        let place = path.isEmpty ? name : "\(path).\(name)"
        // A body that is JSON is compared member by member.
        if name == "body", let left = now?.text, let right = then?.text, left != right,
            let leftValue = try? JSONParser.value(of: Array(left.utf8)),
            let rightValue = try? JSONParser.value(of: Array(right.utf8)), leftValue != rightValue
        {
            return compare(leftValue, rightValue, at: place, &found)
        }
        compare(now, then, at: place, &found)
    }

    private static func compareFields(
        _ now: JSONValue?, _ then: JSONValue?, at path: String, _ found: inout [String]
    ) {
        let left = fields(now)
        let right = fields(then)
        for name in Set(left.keys).union(right.keys).sorted() {
            let isSignature = signatures.contains(name)
            let isSame = isSignature ? count(left[name]) == count(right[name]) : left[name] == right[name]
            if !isSame {
                let place = path.isEmpty ? name : "\(path).\(name)"
                found.append("\(place) is \(quoted(left[name])), and was \(quoted(right[name]))")
            }
        }
    }

    /// How many signatures a field holds.
    private static func count(_ value: String?) -> Int { value?.split(separator: " ").count ?? 0 }

    private static func fields(_ value: JSONValue?) -> [String: String] {
        let pairs = (value?.elements ?? []).compactMap { field -> (String, String)? in
            let sides = field.elements.compactMap(\.text)
            return sides.count == 2 ? (sides[0].lowercased(), sides[1]) : nil
        }
        return Dictionary(pairs) { "\($0), \($1)" }
    }

    private static func names(_ left: [JSONMember], _ right: [JSONMember]) -> [String] {
        let first = left.map(\.name)
        return first + right.map(\.name).filter { !first.contains($0) }
    }

    private static func shown(_ value: JSONValue?) -> String {
        guard let value else { return "not there" }
        return String(String(decoding: value.bytes, as: UTF8.self).prefix(longest))
    }

    private static func quoted(_ text: String?) -> String { text.map { "\"\($0.prefix(longest))\"" } ?? "not there" }
}
