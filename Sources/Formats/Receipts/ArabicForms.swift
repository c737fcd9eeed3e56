// SPDX-License-Identifier: Apache-2.0

/// The forms of Arabic letters: alone, at the end, at the beginning and in the middle of a word.
///
/// Source: Unicode Standard, Arabic Presentation Forms A and B.
enum ArabicForms {
    /// Replaces letters by the forms in which they join their neighbours.
    static func joined(_ text: [Character]) -> [Character] {
        guard text.contains(where: { forms[$0] != nil }) else { return text }
        var joined: [Character] = []
        var index = 0
        while index < text.count {
            guard let form = forms[text[index]] else {
                joined.append(text[index])
                index += 1
                continue
            }
            let followsLetter = index > 0 && (forms[text[index - 1]]?.joinsNext ?? false)
            if text[index] == "\u{644}", index + 1 < text.count, let ligature = lamAlef[text[index + 1]] {
                append(ligature + (followsLetter ? 1 : 0), to: &joined)
                index += 2
                continue
            }
            let leadsLetter = form.joinsNext && index + 1 < text.count && forms[text[index + 1]]?.joinsLast == true
            append(
                form.first + (leadsLetter ? (followsLetter ? 3 : 2) : (followsLetter && form.joinsLast ? 1 : 0)),
                to: &joined)
            index += 1
        }
        return joined
    }

    private static func append(_ value: UInt32, to text: inout [Character]) {
        if let scalar = Unicode.Scalar(value) { text.append(Character(scalar)) }
    }

    /// The first of a letter's forms, which stand one after the other.
    private struct Form {
        var first: UInt32
        /// Whether it has a beginning and a middle.
        var joinsNext: Bool
        /// Whether it has an end.
        var joinsLast: Bool
    }

    private static let lamAlef: [Character: UInt32] = [
        "\u{622}": 0xFEF5, "\u{623}": 0xFEF7, "\u{625}": 0xFEF9, "\u{627}": 0xFEFB,
    ]

    private static let forms: [Character: Form] = {
        var forms: [Character: Form] = [:]
        var next: UInt32 = 0xFE80
        // How many forms each letter from hamza on has; tatweel and what lies before feh has none.
        let counts: [(ClosedRange<UInt32>, [Int])] = [
            (0x621...0x63A, [1, 2, 2, 2, 2, 4, 2, 4, 2, 4, 4, 4, 4, 4, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4]),
            (0x641...0x64A, [4, 4, 4, 4, 4, 4, 4, 2, 2, 4]),
        ]
        for (letters, sizes) in counts {
            for (letter, size) in zip(letters, sizes) {
                guard let scalar = Unicode.Scalar(letter) else { continue }
                forms[Character(scalar)] = Form(first: next, joinsNext: size == 4, joinsLast: size > 1)
                next += UInt32(size)
            }
        }
        let persian: [(UInt32, UInt32, Bool)] = [
            (0x67E, 0xFB56, true), (0x686, 0xFB7A, true), (0x698, 0xFB8A, false), (0x6A9, 0xFB8E, true),
            (0x6AF, 0xFB92, true), (0x6CC, 0xFBFC, true),
        ]
        for (letter, first, joinsNext) in persian {
            guard let scalar = Unicode.Scalar(letter) else { continue }
            forms[Character(scalar)] = Form(first: first, joinsNext: joinsNext, joinsLast: true)
        }
        return forms
    }()
}
