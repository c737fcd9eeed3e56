// SPDX-License-Identifier: Apache-2.0

import TillStore

/// How the daemon is, in a sentence or two for `systemctl status`.
enum StatusSentence {
    /// Puts the sentence together.
    ///
    /// - Parameter faults: what is wrong, a sentence each, lower case and without a full stop.
    static func of(_ figures: LedgerFigures, faults: [String]) -> String {
        var sentences = [
            "\(count(figures.openOrders, "open sale", "open sales")), \(count(figures.work.values.reduce(0, +), "piece", "pieces")) of work in the queue"
        ]
        if figures.openHolds > 0 {
            sentences.append("\(count(figures.openHolds, "hold", "holds")) for a person to look at")
        }
        return (sentences + faults).joined(separator: "; ")
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number == 0 ? "no" : "\(number)") \(number == 1 ? one : many)"
    }
}
