// SPDX-License-Identifier: Apache-2.0

package import TillCore
import Wording

/// An amount as it is written on a screen; nobody calculates with it.
package struct ShownAmount: Hashable, Sendable {
    /// The number with the currency's decimals, such as `12.50`.
    package let text: String
    /// The currency's sign, such as `¥`; empty if the code is to be written.
    package let sign: String
    /// The currency's code, such as `CNY`.
    package let code: String

    /// Makes an amount from ready strings.
    package init(text: String, sign: String, code: String) {
        self.text = text
        self.sign = sign
        self.code = code
    }

    /// Takes an amount with all decimals of its currency, and its sign if it has one.
    package init(_ money: Money) {
        self.init(text: money.decimalString, sign: money.currency.sign ?? "", code: money.currency.code)
    }

    /// The amount in one line: `¥12.50`, or `12.50 KWD` without a sign.
    package var line: String { sign.isEmpty ? plainLine : sign + text }

    /// The amount in one line without a sign: `12.50 CNY`.
    package var plainLine: String { code.isEmpty ? text : "\(text) \(code)" }
}
