// SPDX-License-Identifier: Apache-2.0

/// Paths of members, as problems name them: `amount.value`, `list[2].name`.
enum FieldPath {
    /// The longest name that a path shows, in characters.
    static let shownLimit = 48

    /// The path of a member of an object.
    static func member(_ name: String, of path: String) -> String {
        let shown = visible(name)
        // A member without a name has a path nevertheless: an empty one is the body's.
        guard !path.isEmpty else { return shown.isEmpty ? "\"\"" : shown }
        return path + "." + shown
    }

    /// The path of an element of a list.
    static func element(_ index: Int, of path: String) -> String {
        "\(path)[\(index)]"
    }

    /// A foreign name without anything that could disturb a terminal or a log, cut at its limit.
    static func visible(_ name: String) -> String {
        let scalars = name.unicodeScalars.prefix(shownLimit).map { scalar in
            TextRule.disturbs(scalar) ? Character("\u{FFFD}") : Character(scalar)
        }
        return String(scalars) + (name.unicodeScalars.count > shownLimit ? "…" : "")
    }
}
