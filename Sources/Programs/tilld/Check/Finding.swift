// SPDX-License-Identifier: Apache-2.0

/// One thing that was looked at, how it is, and what to do about it.
struct Finding: Sendable, Hashable {
    /// How it is.
    enum Verdict: String, Sendable {
        case ok, warning, wrong

        /// Its colour on a terminal: green, yellow, red.
        fileprivate var colour: String {
            switch self {
            case .ok: "32"
            case .warning: "1;33"
            case .wrong: "1;31"
            }
        }
    }

    let verdict: Verdict
    /// What was looked at, in a word or two: `disk`, `account main`.
    let subject: String
    /// How it is, in words for people; lower case, no full stop.
    let sentence: String
    /// What to do about it; nil if there is nothing to do.
    let remedy: String?
    /// The exit status that it is worth; 0 unless it is wrong.
    let status: Int32

    /// All is well.
    static func ok(_ subject: String, _ sentence: String) -> Finding {
        Finding(verdict: .ok, subject: subject, sentence: sentence, remedy: nil, status: 0)
    }

    /// It works, and somebody should look at it.
    static func warning(_ subject: String, _ sentence: String, remedy: String) -> Finding {
        Finding(verdict: .warning, subject: subject, sentence: sentence, remedy: remedy, status: 0)
    }

    /// The daemon would not work, or sell nothing; `status` is one of sysexits.h.
    static func wrong(_ subject: String, _ sentence: String, remedy: String, status: Int32) -> Finding {
        Finding(verdict: .wrong, subject: subject, sentence: sentence, remedy: remedy, status: status)
    }

    /// It in a line.
    var line: String { line(isColoured: false) }

    /// It in a line, with its first word in a colour where the output shows colours.
    func line(isColoured: Bool) -> String {
        let plain = verdict.rawValue.padding(to: 8)
        let word = isColoured ? "\u{1B}[\(verdict.colour)m\(plain)\u{1B}[0m" : plain
        let name = subject.padding(to: 14)
        return "\(word) \(name) \(sentence)" + (remedy.map { ": \($0)" } ?? "")
    }
}

extension String {
    /// The text with spaces after it, up to a width.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
