// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a run came to.
struct Tally {
    var kills = 0
    var points = 0
    var sales = 0
    var paid = 0
    var answers = 0
    var broken = 0
    var violations: [Violation] = []
    var recoveries: [Duration] = []
    var odd: [String] = []
    private let start = Moment.now

    /// Adds what was found; the first of each kind are printed at once.
    mutating func add(_ found: [Violation], at place: String) {
        for violation in found where !violations.contains(violation) {
            violations.append(violation)
            if violations.count <= 25 { Tally.say("  !! \(place): \(violation)") }
        }
    }

    /// Adds what a shop sold and heard.
    mutating func add(_ inspector: Inspector, _ witness: Witness) {
        let heard = witness.heard
        sales += inspector.sales
        paid += inspector.paid
        answers += heard.answers
        broken += heard.broken
        odd += heard.odd
    }

    /// One line, for people and for `grep`.
    func line(_ name: String) -> String {
        let sorted = recoveries.sorted()
        let recovery =
            sorted.isEmpty
            ? ""
            : ", recovery \(sorted[sorted.count / 2].milliseconds) ms median \(sorted[sorted.count - 1].milliseconds) ms worst"
        let byRule = Dictionary(grouping: violations, by: \.rule).sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.key.rawValue) \($0.value.count)" }.joined(separator: ", ")
        return """
            \(name): \(points) points, \(kills) kills, \(sales) sales, \(paid) paid, \(answers) answers, \
            \(broken) broken off, \(violations.count) violations\(byRule.isEmpty ? "" : " (\(byRule))")\(recovery), \
            \((Moment.now - start).milliseconds / 1000) s
            """
    }

    /// Prints a line at once.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
