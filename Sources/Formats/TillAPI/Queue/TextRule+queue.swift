// SPDX-License-Identifier: Apache-2.0

extension TextRule {
    /// How a person calls themselves.
    public static let person = TextRule(minimum: 1, maximum: 64, isASCII: false)
    /// What the daemon calls a sale.
    public static let identifier = TextRule(minimum: 1, maximum: 128, isASCII: true)
}
