// SPDX-License-Identifier: Apache-2.0

extension TextRule {
    /// Where an endpoint is told.
    public static let url = TextRule(minimum: 1, maximum: 1024, isASCII: true)
    /// A type of events, or a group of them.
    public static let eventType = TextRule(minimum: 1, maximum: 64, isASCII: true)
}

extension RequestObject {
    /// A list of texts that may be absent or null, and is not empty otherwise.
    func optionalTextList(_ name: String, limit: Int, _ rule: TextRule) throws(Problem) -> [String]? {
        guard let tree = value(name) else { return nil }
        let path = path(to: name)
        guard case .array(let items) = tree else { throw Self.wrongType(path, "a list", tree) }
        guard (1...limit).contains(items.count) else {
            throw Problem(
                .invalidValue, "\(path) has \(items.count) entries: send 1 to \(limit), or leave it out", field: path)
        }
        var texts: [String] = []
        for (index, item) in items.enumerated() {
            texts.append(try rule.read(item, at: FieldPath.element(index, of: path)))
        }
        return texts
    }
}
