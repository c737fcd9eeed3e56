// SPDX-License-Identifier: Apache-2.0

/// What will happen to a payment: words of ``ScriptWord`` joined by "+", as in "paid_after:5+notify_lost".
///
/// The name of a ``SaleOutcome`` stands for its words, alone or beside others: "late-money+notify_twice".
package struct Script: Sendable, Hashable, CustomStringConvertible {
    /// The words with their arguments; times are in milliseconds.
    private var words: [ScriptWord: Int64]

    /// The script under which the payer waits for the phone page.
    package static let manual = Script(words: [.manual: 0])

    private init(words: [ScriptWord: Int64]) { self.words = words }

    /// Reads a script.
    ///
    /// - Throws: ``ScriptError``; every case says what to write instead.
    package init(_ text: String) throws(ScriptError) {
        var words: [ScriptWord: Int64] = [:]
        for part in text.split(separator: "+", omittingEmptySubsequences: false) {
            let trimmed = part.drop { $0 == " " }
            guard !trimmed.isEmpty else { throw .empty }
            // No word has a "-", so that scripts out of the books are not looked up in the table.
            guard trimmed.utf8.contains(UInt8(ascii: "-")), let outcome = SaleOutcome(named: String(trimmed)) else {
                try Self.add(trimmed, to: &words)
                continue
            }
            for word in outcome.words.split(separator: "+") { try Self.add(word, to: &words) }
        }
        self.words = words
    }

    private static func add(_ part: Substring, to words: inout [ScriptWord: Int64]) throws(ScriptError) {
        let pieces = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let word = ScriptWord(rawValue: String(pieces[0])) else {
            throw .unknownWord(String(pieces[0].prefix(64)))
        }
        guard words[word] == nil else { throw .repeated(word) }
        if word.isPayer, let other = words.keys.first(where: \.isPayer) { throw .twoPayers(other, word) }
        words[word] = pieces.count == 1 ? word.argument.usual : try argument(String(pieces[1]), of: word)
    }

    /// The argument of a word, or nil when the script does not hold the word; times are in milliseconds.
    package subscript(_ word: ScriptWord) -> Int64? { words[word] }

    /// Whether the script holds the word.
    package func has(_ word: ScriptWord) -> Bool { words[word] != nil }

    /// The outcome whose words these are; nil for others.
    package var outcome: SaleOutcome? {
        let text = description
        return SaleOutcome.all.first { $0.words == text }
    }

    /// What the payer does.
    package var payer: ScriptWord { words.keys.first(where: \.isPayer) ?? .manual }

    /// The script with one more word; a payer word takes the place of the one that is there.
    package func adding(_ word: ScriptWord) -> Script {
        var words = words
        if word.isPayer { words = words.filter { !$0.key.isPayer } }
        words[word] = word.argument.usual
        return Script(words: words)
    }

    /// The script as it is written, its words in the order of the table.
    package var description: String {
        ScriptWord.allCases.compactMap { word in
            guard let value = words[word] else { return nil }
            switch word.argument {
            case .none: return word.rawValue
            case .count: return "\(word.rawValue):\(value)"
            case .time: return value % 1000 == 0 ? "\(word.rawValue):\(value / 1000)" : "\(word.rawValue):\(value)ms"
            }
        }.joined(separator: "+")
    }

    private static func argument(_ text: String, of word: ScriptWord) throws(ScriptError) -> Int64 {
        switch word.argument {
        case .none:
            throw .noArgument(word)
        case .count:
            guard let count = Int64(text), (1...ScriptArgument.highestCount).contains(count) else {
                throw .badCount(word, text)
            }
            return count
        case .time:
            let isMilliseconds = text.hasSuffix("ms")
            let digits = isMilliseconds ? text.dropLast(2) : text.hasSuffix("s") ? text.dropLast() : Substring(text)
            guard let value = Int64(digits), (0...ScriptArgument.longestTime).contains(value) else {
                throw .badTime(word, text)
            }
            let time = isMilliseconds ? value : value * 1000
            guard time <= ScriptArgument.longestTime else { throw .badTime(word, text) }
            return time
        }
    }
}
