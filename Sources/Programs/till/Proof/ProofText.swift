// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// What is proven, in words.
enum ProofText {
    /// The account on one line, and a line for each day.
    static func lines(_ account: AccountProofResource) -> [String] {
        [headline(account)] + account.days.map(line)
    }

    private static func headline(_ account: AccountProofResource) -> String {
        guard account.hasStatements else {
            return "\(account.account): its acquirer gives no statements, so nothing is proven by them"
        }
        let proven = account.provenUntil.map { "proven until \($0)" } ?? "nothing is proven yet"
        return "\(account.account): \(proven)" + (account.trouble.map { "; \($0)" } ?? "")
    }

    private static func line(_ day: ComparedDayResource) -> String {
        let lines = day.lines == 1 ? "1 line" : "\(day.lines) lines"
        guard !day.holds.isEmpty else { return "  \(day.day)  \(lines), no difference" }
        let differences = day.holds.count == 1 ? "1 difference" : "\(day.holds.count) differences"
        let holds = day.holds.joined(separator: " ")
        return "  \(day.day)  \(lines), \(differences), \(day.open) open: \(holds)"
    }
}
