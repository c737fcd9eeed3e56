// SPDX-License-Identifier: Apache-2.0

/// Finds what somebody meant who wrote a name wrongly.
enum NearestName {
    /// The longest text that is compared, in characters.
    private static let longest = 64

    /// The name that takes the fewest changes; nil when all of them take more than a third of the letters.
    static func of(_ text: String, among names: [String]) -> String? {
        let written = Array(text.lowercased().prefix(longest))
        let near = names.map { name in
            let letters = Array(name)
            return (name, distance(written, letters, isLenient: true), distance(written, letters, isLenient: false))
        }.min { ($0.1, $0.2) < ($1.1, $1.2) }
        guard let (name, changes, _) = near, changes <= max(2, written.count / 3) else { return nil }
        return name
    }

    /// How many letters have to be put in, taken out or changed.
    ///
    /// - Parameter isLenient: Whether "-" and "_" are the same.
    private static func distance(_ first: [Character], _ second: [Character], isLenient: Bool) -> Int {
        var row = Array(0...second.count)
        for (line, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in second.enumerated() {
                let isSame = letter == other || isLenient && isSeparator(letter) && isSeparator(other)
                let change = isSame ? diagonal : diagonal + 1
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }

    private static func isSeparator(_ letter: Character) -> Bool { letter == "-" || letter == "_" }
}
