// SPDX-License-Identifier: Apache-2.0

/// Makes new inputs of old ones: flips, words, copies, cuts, splices and repetitions.
///
/// The same seed, corpus and words give the same inputs in the same order.
package struct Mutator: Sendable {
    private var dice: SplitMix
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]
    private let longest: Int

    /// The most changes that one input goes through.
    static let mostChanges = 6
    /// How often a repetition is doubled: 1 to 1024 copies, which goes beyond any limit of nesting.
    static let doublings = 11

    /// Numbers at which arithmetic goes wrong, and texts that are more than they seem.
    private static let oddities: [[UInt8]] = [
        "0", "-0", "-1", "1e3", "1E400", "0.1", "00", "127", "128", "255", "256", "65535", "65536", "2147483648",
        "4294967296", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "99999999999999999999999999999999", "null", "true", "{}", "[]", "\"\"", "\\u0000",
        "\\ud800", "\\udc00", "\u{202E}", "\u{FEFF}", "\u{0}", "\r\n", "\u{2028}", "e\u{301}", "\u{212A}", "👨‍👩‍👧‍👦",
        "%00", "%zz", "../", "1969-12-31T23:59:60Z", "9999-12-31T23:59:59.999999999+23:59",
    ].map { Array($0.utf8) }

    /// Takes a corpus, which is mutated, and words, which are put in.
    package init(seed: UInt64, corpus: [[UInt8]], words: [String], longest: Int) {
        dice = SplitMix(seed: seed)
        self.corpus = corpus.isEmpty ? [[]] : corpus
        self.words = words.map { Array($0.utf8) } + Self.oddities
        self.longest = longest
    }

    /// The next input.
    package mutating func next() -> [UInt8] {
        var input = corpus[dice.below(corpus.count)]
        // Most changes in a row end at the first check, so that few are the rule.
        let changes = 1 + min(dice.below(Self.mostChanges), dice.below(Self.mostChanges))
        for _ in 0..<changes { change(&input) }
        return input.count > longest ? Array(input.prefix(longest)) : input
    }

    private mutating func change(_ input: inout [UInt8]) {
        switch dice.below(11) {
        case 0: flip(&input)
        case 1: set(&input)
        case 2, 3: insert(words[dice.below(words.count)], into: &input)
        case 4, 5: replace(&input, with: words[dice.below(words.count)])
        case 6: duplicate(&input)
        case 7: input.removeSubrange(range(of: input))
        case 8: input.removeLast(dice.below(input.count + 1))
        case 9: splice(&input)
        default: stammer(&input)
        }
    }

    private mutating func flip(_ input: inout [UInt8]) {
        guard !input.isEmpty else { return }
        input[dice.below(input.count)] ^= 1 << UInt8(dice.below(8))
    }

    private mutating func set(_ input: inout [UInt8]) {
        let byte = UInt8(truncatingIfNeeded: dice.next())
        guard !input.isEmpty else { return input.append(byte) }
        input[dice.below(input.count)] = byte
    }

    private mutating func insert(_ word: [UInt8], into input: inout [UInt8]) {
        input.insert(contentsOf: word, at: dice.below(input.count + 1))
    }

    /// Puts a word where another one, or a number, stood.
    private mutating func replace(_ input: inout [UInt8], with word: [UInt8]) {
        let place = dice.below(input.count + 1)
        let isOfWord: (UInt8) -> Bool = { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "_") || byte >= 0x80
        }
        let end = input[place...].firstIndex { !isOfWord($0) } ?? input.count
        let start = input[..<place].lastIndex { !isOfWord($0) }.map { $0 + 1 } ?? 0
        input.replaceSubrange(min(start, end)..<end, with: word)
    }

    private mutating func duplicate(_ input: inout [UInt8]) {
        let copy = Array(input[range(of: input)])
        input.insert(contentsOf: copy, at: dice.below(input.count + 1))
    }

    /// The beginning of one input and the end of another.
    private mutating func splice(_ input: inout [UInt8]) {
        let other = corpus[dice.below(corpus.count)]
        input = Array(input.prefix(dice.below(input.count + 1))) + other.suffix(dice.below(other.count + 1))
    }

    /// The same few bytes again and again.
    private mutating func stammer(_ input: inout [UInt8]) {
        guard !input.isEmpty else { return }
        let start = dice.below(input.count)
        let piece = input[start..<min(start + 1 + dice.below(4), input.count)]
        // Long repetitions find what is deep and cost the most, so that short ones are the rule.
        let times = 1 << dice.below(Self.doublings)
        var copies: [UInt8] = []
        copies.reserveCapacity(times * piece.count)
        for _ in 0..<times { copies.append(contentsOf: piece) }
        input.insert(contentsOf: copies, at: start)
    }

    private mutating func range(of input: [UInt8]) -> Range<Int> {
        let start = dice.below(input.count + 1)
        return start..<min(start + dice.below(64), input.count)
    }
}
