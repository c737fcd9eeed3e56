// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What an order adds to the turnover, before it has a number.
struct TurnoverItem: Hashable {
    let kind: TurnoverLine.Kind
    /// The acquirer's reference of the money, or the id of the refund.
    let name: String
    let account: AccountID
    let amount: Money
    let at: Timestamp

    /// The amount in minor units, below zero for money that went back.
    var signedUnits: Int64 { kind == .sale ? amount.minorUnits : -amount.minorUnits }

    /// Whether both are about the same money.
    func isAbout(_ other: TurnoverItem) -> Bool {
        kind == other.kind && name == other.name && account == other.account
    }

    /// Its row beside the number, in one text.
    func spelling(seq: Int64) -> String {
        "\(seq) \(kind.rawValue) \(account) \(signedUnits) \(amount.currency.code) \(at.milliseconds) \(name)"
    }

    /// The same of a stored row.
    static let spelling =
        "seq || ' ' || kind || ' ' || account || ' ' || amount || ' ' || currency || ' ' || at || ' ' || name"
}
