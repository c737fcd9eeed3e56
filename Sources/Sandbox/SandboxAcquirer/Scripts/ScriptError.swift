// SPDX-License-Identifier: Apache-2.0

/// Why a text is no script.
package enum ScriptError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case unknownWord(String)
    case noArgument(ScriptWord)
    case badTime(ScriptWord, String)
    case badCount(ScriptWord, String)
    case repeated(ScriptWord)
    case twoPayers(ScriptWord, ScriptWord)

    /// What is wrong and what to write, on one line.
    package var description: String {
        switch self {
        case .empty: "the script is empty: name one, as \"till-sandbox scripts\" lists them"
        case .unknownWord(let word): Self.unknown(word)
        case .noArgument(let word): "\(word.rawValue) takes nothing behind a colon: leave it out"
        case .badTime(let word, let text):
            "\"\(text)\" is no time for \(word.rawValue): write seconds, as in \(word.rawValue):5, or \(word.rawValue):250ms, up to 30 days"
        case .badCount(let word, let text):
            "\"\(text)\" is no count for \(word.rawValue): write 1 to \(ScriptArgument.highestCount)"
        case .repeated(let word): "\(word.rawValue) is there twice: name it once"
        case .twoPayers(let first, let second):
            "\(first.rawValue) and \(second.rawValue) are two payers: name one of them"
        }
    }

    private static func unknown(_ word: String) -> String {
        let names = SaleOutcome.all.map(\.name) + ScriptWord.allCases.map(\.rawValue)
        let meant = NearestName.of(word, among: names).map { "did you mean \($0)? " } ?? ""
        return "\"\(word)\" is no script: \(meant)\"till-sandbox scripts\" and \"till-sandbox outcomes\" list them"
    }
}
