// SPDX-License-Identifier: Apache-2.0

/// What the paths of `/sandbox/scripts` answer.
struct ControlScripts: Codable {
    /// A script, and whose it is; for every merchant when none is named.
    struct Entry: Codable {
        let merchant: String?
        let script: String
    }

    /// What the next new payments take.
    let queue: [Entry]
    /// What payments take when nothing else is chosen.
    let merchants: [Entry]

    /// The lines that a person reads.
    var text: String {
        let own = merchants.map { "\($0.merchant ?? "-")  \($0.script)" }
        let next = queue.map { "next for \($0.merchant ?? "every merchant")  \($0.script)" }
        return (own + next).joined(separator: "\n")
    }
}
