// SPDX-License-Identifier: Apache-2.0

/// Why something is not an amount of money.
public enum MoneyError: Error, Sendable, Hashable {
    /// The text is not a number with a decimal point.
    case notANumber(String)
    /// The amount is below zero.
    case negative
    /// The amount has more decimals than its currency.
    case tooManyDecimals(currency: Currency)
    /// The amount is beyond ``Money/largest``; `largest` is that as a decimal.
    case tooLarge(largest: String)
    /// The two amounts are of different currencies.
    case currenciesDiffer
}

extension MoneyError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    public var description: String {
        switch self {
        case .notANumber(let text):
            "\"\(text)\" is not an amount: write digits with a decimal point, such as 12.50"
        case .negative: "an amount cannot be negative"
        case .tooManyDecimals(let currency):
            currency.exponent == 0
                ? "\(currency) has no decimals: write a whole number"
                : "\(currency) has \(currency.exponent) decimals: write no more than that"
        case .tooLarge(let largest): "the amount is too large: \(largest) is the most"
        case .currenciesDiffer: "the two amounts are of different currencies"
        }
    }
}
