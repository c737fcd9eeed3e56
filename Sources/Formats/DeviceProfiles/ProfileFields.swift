// SPDX-License-Identifier: Apache-2.0

import Yams

/// The values of a profile joined with those of its base, all of them checked.
struct ProfileFields {
    /// The name of the file.
    var file: String { own.name }

    private let own: ProfileFile
    private let base: ProfileFile?

    /// Joins a file with its base and says which keys are missing in both.
    init(_ own: ProfileFile, base: ProfileFile?) {
        self.own = own
        self.base = base
    }

    /// What neither file says, although one of them has to.
    var missing: [ProfileProblem] {
        own.schema.keys.filter { $0.isRequired && node($0) == nil }.map { key in
            let place = key.isInherited && base != nil ? "is missing here and in the base" : "is missing"
            return ProfileProblem(file: own.name, key: key.path, message: "\(place): add it")
        }
    }

    /// Reads the value of a key; nil if it is not there or is wrong.
    func value<Value>(_ path: String, _ read: (Node) -> Value?) -> Value? {
        own.schema.key(path).flatMap(node).flatMap(read)
    }

    /// Reads a text.
    func text(_ path: String) -> String? { value(path) { ProfileKey.text($0) } }
    /// Reads a list of texts.
    func texts(_ path: String) -> [String]? { value(path) { ProfileKey.texts($0) } }
    /// Reads a whole number.
    func number(_ path: String) -> Int? { value(path) { ProfileKey.number($0) } }
    /// Reads a list of whole numbers.
    func numbers(_ path: String) -> [Int]? { value(path, ProfileKey.numbers) }
    /// Reads true or false.
    func flag(_ path: String) -> Bool? { value(path, ProfileKey.flag) }

    /// Reads two whole numbers as the sides of something.
    func cell(_ path: String) -> FontCell? {
        numbers(path).flatMap { $0.count == 2 ? FontCell(width: $0[0], height: $0[1]) : nil }
    }

    /// Reads a word of an enumeration.
    func word<Word: RawRepresentable<String>>(_ path: String) -> Word? {
        text(path).flatMap(Word.init(rawValue:))
    }

    /// Reads a list of words of an enumeration.
    func words<Word: RawRepresentable<String>>(_ path: String) -> [Word]? {
        texts(path)?.compactMap(Word.init(rawValue:))
    }

    private func node(_ key: ProfileKey) -> Node? {
        own.values[key.path] ?? (key.isInherited ? base?.values[key.path] : nil)
    }
}
