// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// The signs of currencies, and when they are used.
package enum CurrencySign {
    /// An amount with its currency's sign if that prints, else with its code.
    ///
    /// - Parameters:
    ///   - money: the amount.
    ///   - prints: whether the printer's own letters have a character: a sign is not worth a picture.
    package static func text(_ money: Money, prints: (Character) -> Bool) -> String {
        guard let sign = signs[money.currency.code], sign.allSatisfy(prints) else {
            return "\(money.currency.code) \(money.decimalString)"
        }
        return sign + money.decimalString
    }

    /// Signs that mean one currency to the people who use it.
    private static let signs: [String: String] = [
        "CNY": "¥", "JPY": "¥", "EUR": "€", "GBP": "£", "USD": "$", "KRW": "₩", "VND": "₫", "INR": "₹", "THB": "฿",
        "PHP": "₱", "RUB": "₽", "ILS": "₪", "NGN": "₦", "UAH": "₴", "KZT": "₸", "TRY": "₺", "HKD": "HK$",
        "SGD": "S$", "TWD": "NT$", "AUD": "A$", "NZD": "NZ$", "CAD": "C$", "MYR": "RM", "BRL": "R$",
    ]
}
