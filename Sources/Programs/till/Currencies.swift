// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Writes amounts the way people read them.
struct Currencies: Sendable {
    /// Where the decimals come from; nil if no amount will be printed.
    let health: HealthResource?

    /// An amount with its currency: `12.50 CNY`.
    ///
    /// A currency that the terminal does not know is written in minor units, and says so.
    func text(_ money: MoneyResource) -> String {
        guard let exponent = health?.exponent(of: money.currency), (0...4).contains(exponent) else {
            return "\(money.value) minor units \(money.currency)"
        }
        return "\(DecimalText.text(minorUnits: money.value, exponent: exponent)) \(money.currency)"
    }
}
