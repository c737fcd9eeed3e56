// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A command line that is being written in a shell, as completions are asked for with it.
package struct ShellWords: Sendable {
    private let words: [String]

    /// Takes the words as they are written, quotes included.
    ///
    /// Source: Bash Reference Manual, `COMP_WORDBREAKS`: `=` and `:` are words of their own there, and are put
    /// back to what stands around them.
    package init(_ words: [String]) {
        var whole: [String] = []
        var goesOn = false
        for word in words {
            let isBreak = !word.isEmpty && word.allSatisfy { $0 == "=" || $0 == ":" }
            if isBreak || goesOn, let last = whole.popLast() {
                whole.append(last + word)
            } else {
                whole.append(word)
            }
            goesOn = isBreak
        }
        self.words = whole
    }

    /// Whether a word stands in the line.
    package func contains(_ word: String) -> Bool { words.contains(word) }

    /// The value of an option, `--name VALUE` or `--name=VALUE`; nil if it is not there yet.
    package func value(of option: String) -> String? {
        for (index, word) in words.enumerated() {
            if word.hasPrefix("\(option)=") { return Self.plain(word.dropFirst(option.count + 1)) }
            if word == option { return words.dropFirst(index + 1).first.map { Self.plain($0[...]) } }
        }
        return nil
    }

    /// A word without the quotes around it, from the home folder if it begins with `~/`.
    private static func plain(_ word: Substring) -> String {
        for quote in ["\"", "'"] where word.count > 1 && word.hasPrefix(quote) && word.hasSuffix(quote) {
            return String(word.dropFirst().dropLast())
        }
        guard word.hasPrefix("~/"), let home = ProcessInfo.processInfo.environment["HOME"] else { return String(word) }
        return home + word.dropFirst()
    }
}
