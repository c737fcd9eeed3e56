// SPDX-License-Identifier: Apache-2.0

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

    /// The amount in one line: `¥12.50`, or `12.50 CNY` without a sign.
    package var line: String {
        if !sign.isEmpty { return sign + text }
        return code.isEmpty ? text : "\(text) \(code)"
    }
}
