// SPDX-License-Identifier: Apache-2.0

extension RequestObject {
    /// A list that must be there, of words that the daemon knows: at least one, and each of them once.
    ///
    /// - Throws: `missing_field`, `wrong_type`, or `invalid_value` for a word that is not known or stands twice.
    func words(_ name: String, among known: [String]) throws(Problem) -> [String] {
        let path = path(to: name)
        let tree = try required(name, "a list of words")
        guard case .array(let elements) = tree else { throw Self.wrongType(path, "a list", tree) }
        var words: [String] = []
        for (index, element) in elements.enumerated() {
            let place = FieldPath.element(index, of: path)
            guard case .string(let word) = element else { throw Self.wrongType(place, "text", element) }
            guard known.contains(word) else {
                throw Problem(
                    .invalidValue, "\(place) is no word of this list: these are: \(known.joined(separator: ", "))",
                    field: place)
            }
            guard !words.contains(word) else {
                throw Problem(.invalidValue, "\(place) stands there already: write each word once", field: place)
            }
            words.append(word)
        }
        guard !words.isEmpty else {
            throw Problem(
                .invalidValue, "\(path) is empty: write at least one of \(known.joined(separator: ", "))",
                field: path)
        }
        return words
    }
}
