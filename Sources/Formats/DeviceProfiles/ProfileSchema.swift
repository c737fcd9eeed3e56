// SPDX-License-Identifier: Apache-2.0

/// The keys that files of one kind may have.
struct ProfileSchema {
    /// What a file is about, as in "is not a key of a printer".
    let noun: String
    /// Every key that there is.
    let keys: [ProfileKey]
    /// The names of the sections.
    let sections: Set<String>

    private let byPath: [String: ProfileKey]

    /// Makes a schema of keys, in the order in which they are written.
    init(noun: String, keys: [ProfileKey]) {
        self.noun = noun
        self.keys = keys
        sections = Set(keys.compactMap(\.section))
        byPath = Dictionary(keys.map { ($0.path, $0) }) { first, _ in first }
    }

    /// Finds a key by where it stands.
    func key(_ section: String?, _ name: String?) -> ProfileKey? {
        guard let key = byPath[[section, name].compactMap(\.self).joined(separator: ".")] else { return nil }
        // A key at the top may not pass for one of a section, whatever dots are in its name.
        return key.section == section && key.name == name ? key : nil
    }

    /// Finds a key by the way people write it, such as `print.dpi`.
    func key(_ path: String) -> ProfileKey? { byPath[path] }
}
