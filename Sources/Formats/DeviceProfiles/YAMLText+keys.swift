// SPDX-License-Identifier: Apache-2.0

extension YAMLText {
    /// The most brackets that may open in a line before one that closes and has a colon behind it, as in `[::1]:80`.
    static let mostBrackets = 6

    /// The first line, from 1, in which a key may stand that is a list or a mapping itself; nil if there is none.
    ///
    /// Nothing of ours has such keys, and the reader of YAML sorts those that stand twice by comparing their parts
    /// twice on each level: thirty levels keep it busy for minutes. So they are looked for before it reads. This look
    /// knows nothing of quotes; what it may take for such a key by mistake, no file of ours says.
    static func lineOfKeyWithParts(in text: String) -> Int? {
        let scalars = Array(text.unicodeScalars)
        var number = 1
        var start = 0
        while start < scalars.count {
            let end = scalars[start...].firstIndex(where: isBreak) ?? scalars.count
            if beginsWithKeyMark(scalars, start..<end) || hasKeyInBrackets(scalars, start..<end) { return number }
            let isOneOfTwo = end + 1 < scalars.count && scalars[end] == "\r" && scalars[end + 1] == "\n"
            start = end + (isOneOfTwo ? 2 : 1)
            number += 1
        }
        return nil
    }

    /// Whether a line begins with a `?` that stands alone, behind nothing but what makes lists and values.
    private static func beginsWithKeyMark(_ scalars: [Unicode.Scalar], _ line: Range<Int>) -> Bool {
        for index in line where !isBlank(scalars[index]) {
            guard "-?:".unicodeScalars.contains(scalars[index]),
                index + 1 == line.upperBound || isBlank(scalars[index + 1])
            else { return false }
            if scalars[index] == "?" { return true }
        }
        return false
    }

    /// Whether a line has a place at which a list, a mapping or what an alias stands for may be a key within brackets.
    private static func hasKeyInBrackets(_ scalars: [Unicode.Scalar], _ line: Range<Int>) -> Bool {
        var brackets = 0
        var hasAlias = false
        for index in line {
            let mayBegin = index == line.lowerBound || !isInWord(scalars[index - 1])
            let behind = scalars[(index + 1)...]
            switch scalars[index] {
            case "?" where mayBegin:
                // Of any length, and over lines.
                let next = behind.first { !isBlank($0) && !isBreak($0) }
                if let next, "[{*!&#".unicodeScalars.contains(next) { return true }
            case "*" where mayBegin && behind.first.map(isInWord) == true:
                hasAlias = true
                if behind.drop(while: isInWord).first(where: { !isBlank($0) }) == ":" { return true }
            case "[", "{":
                brackets += 1
            case "]", "}":
                guard hasAlias || brackets > mostBrackets else { break }
                if behind.first(where: { !isBlank($0) }) == ":" { return true }
            default: break
            }
        }
        return false
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{FEFF}"
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }

    /// Whether nothing can begin behind a scalar, since it is of a word, or a quote.
    private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "_", "-", "\"", "'": true
        default: scalar.value >= 0x80 && !isBlank(scalar) && !isBreak(scalar)
        }
    }
}
