// SPDX-License-Identifier: Apache-2.0

/// Something that must never be.
struct Violation: Hashable, CustomStringConvertible {
    enum Rule: String, CaseIterable {
        case damaged, journal, lost, doubled, forgotten, left, money, paper, refund, rest, answer, silence
    }

    let rule: Rule
    let what: String

    var description: String { "\(rule.rawValue): \(what)" }
}
