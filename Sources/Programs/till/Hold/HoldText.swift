// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// A hold in words.
enum HoldText {
    /// One line: `01J… amount_differs 01J… give_back|leave: the acquirer reports …`.
    static func line(_ hold: HoldResource) -> String {
        let standing =
            hold.settled.map { "settled with \($0.decision)" }
            ?? hold.decisions.joined(separator: "|")
        return [hold.id, hold.about, hold.order, "\(standing): \(hold.detail)"].compactMap(\.self)
            .joined(
                separator: " ")
    }
}
