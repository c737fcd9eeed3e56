// SPDX-License-Identifier: Apache-2.0

package import TillCore

extension Currency {
    /// The sign that means this currency to the people who use it, such as `¥`; nil if it has none.
    package var sign: String? { Self.signs[code] }

    private static let signs: [String: String] = [
        "CNY": "¥", "JPY": "¥", "EUR": "€", "GBP": "£", "USD": "$", "KRW": "₩", "VND": "₫", "INR": "₹", "THB": "฿",
        "PHP": "₱", "RUB": "₽", "ILS": "₪", "NGN": "₦", "UAH": "₴", "KZT": "₸", "TRY": "₺", "HKD": "HK$",
        "SGD": "S$", "TWD": "NT$", "AUD": "A$", "NZD": "NZ$", "CAD": "C$", "MYR": "RM", "BRL": "R$",
    ]
}
