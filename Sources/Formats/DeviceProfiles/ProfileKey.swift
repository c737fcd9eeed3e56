// SPDX-License-Identifier: Apache-2.0

/// One key of a file: where it stands and what it may hold.
struct ProfileKey {
    /// What a value has to be.
    enum Kind {
        case text(longest: Int)
        case id
        case flag
        case number(ClosedRange<Int>)
        case choice([Int])
        case word([String])
        case words([String])
        case texts(longest: Int)
        case usbIDs
        case numbers([Int])
        case list(ClosedRange<Int>, counts: ClosedRange<Int>)
        case millimetres(ClosedRange<Int>)
        case papers
        case cells
        case pages
    }

    /// The section, or nil at the top.
    let section: String?
    /// The name within the section; nil where the section itself is the value.
    let name: String?
    /// What the value has to be.
    let kind: Kind
    /// Whether the file or its base has to have it.
    let isRequired: Bool
    /// Whether a base hands it down.
    let isInherited: Bool

    /// The key as people write it, such as `print.dpi`.
    var path: String { [section, name].compactMap(\.self).joined(separator: ".") }

    /// A key at the top that no base hands down.
    static func own(_ name: String, _ kind: Kind, required: Bool = true) -> ProfileKey {
        ProfileKey(section: nil, name: name, kind: kind, isRequired: required, isInherited: false)
    }

    /// A key that the file or its base has to have.
    static func shared(_ section: String, _ name: String?, _ kind: Kind) -> ProfileKey {
        ProfileKey(section: section, name: name, kind: kind, isRequired: true, isInherited: true)
    }

    /// A key that may be left out, because what it means then is the least that can be claimed.
    static func optional(_ section: String, _ name: String, _ kind: Kind) -> ProfileKey {
        ProfileKey(section: section, name: name, kind: kind, isRequired: false, isInherited: true)
    }

    /// A key by which a device is recognised; no base hands it down.
    static func match(_ name: String, _ kind: Kind) -> ProfileKey {
        ProfileKey(section: "match", name: name, kind: kind, isRequired: false, isInherited: false)
    }

    /// The raw values of an enumeration.
    static func words<Word: CaseIterable & RawRepresentable<String>>(
        _ type: Word.Type
    ) -> [String] { type.allCases.map(\.rawValue) }

    /// The keys that every file begins with.
    static let names: [ProfileKey] = [
        own("id", .id), own("vendor", .text(longest: 100)), own("model", .text(longest: 100)),
        own("inherits", .id, required: false),
        own("support", .word(words(SupportLevel.self))), own("source", .text(longest: 500)),
    ]
}
