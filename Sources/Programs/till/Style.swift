// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Colours and weights of a terminal; nothing where colours are not wanted.
enum Style: String {
    /// What matters.
    case bold = "1"
    /// What matters less.
    case dim = "2"
    /// Paid.
    case good = "1;32"
    /// Not paid.
    case bad = "1;31"
    /// Not known, or for a person.
    case odd = "1;33"
    /// Light modules on dark ground, whatever the terminal's own colours are, so that a phone can
    /// read the code: half blocks are drawn for light modules.
    case code = "97;40"

    /// Puts the style around a text.
    func callAsFunction(_ text: String) -> String {
        Terminal.hasColour ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The style of a status.
    static func of(_ status: OrderStatus) -> Style {
        switch status {
        case .paid, .accepted: .good
        case .notPaid: .bad
        case .paidLate, .needsPerson, .checking: .odd
        default: .bold
        }
    }
}
