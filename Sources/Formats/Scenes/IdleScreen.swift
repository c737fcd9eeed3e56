// SPDX-License-Identifier: Apache-2.0

/// What a payer sees between sales.
package struct IdleScreen: Hashable, Sendable {
    /// The shop's name.
    package let merchant: String
    /// A line of the shop's own below its name; empty for none.
    package let greeting: String

    /// Makes a screen.
    package init(merchant: String, greeting: String = "") {
        self.merchant = merchant
        self.greeting = greeting
    }
}
