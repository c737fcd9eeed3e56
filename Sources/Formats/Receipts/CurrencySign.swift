// SPDX-License-Identifier: Apache-2.0

package import TillCore
import Wording

/// When the signs of currencies are used.
package enum CurrencySign {
    /// An amount with its currency's sign if that prints, else with its code.
    ///
    /// - Parameters:
    ///   - money: the amount.
    ///   - prints: whether the printer's own letters have a character: a sign is not worth a picture.
    package static func text(_ money: Money, prints: (Character) -> Bool) -> String {
        guard let sign = money.currency.sign, sign.allSatisfy(prints) else {
            return "\(money.currency.code) \(money.decimalString)"
        }
        return sign + money.decimalString
    }
}
