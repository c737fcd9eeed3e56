// SPDX-License-Identifier: Apache-2.0

/// What a payer sees while a code is to be scanned.
package struct CodeScreen: Hashable, Sendable {
    /// Says how long the code may be paid.
    package enum Validity: Hashable, Sendable {
        /// A countdown, drawn anew every second.
        case countdown(secondsLeft: Int, of: Int)
        /// A time of day such as `14:05`, for panels that are slow to change.
        case until(String)
        /// Nothing is said.
        case open
    }

    /// The text of the code; it is encoded as it is.
    package let payload: String
    /// What is to be paid.
    package let amount: ShownAmount
    /// Who is paid.
    package let merchant: String
    /// How to pay, such as the name of a wallet; empty for none.
    package let method: String
    /// How long the code may be paid.
    package let validity: Validity
    /// The last characters of the order's number; empty for none.
    package let order: String
    /// Tells whether no acquirer answers, which a strip beside the code says.
    package var isOffline = false

    /// Makes a screen.
    package init(
        payload: String,
        amount: ShownAmount,
        merchant: String,
        method: String = "",
        validity: Validity = .open,
        order: String = ""
    ) {
        self.payload = payload
        self.amount = amount
        self.merchant = merchant
        self.method = method
        self.validity = validity
        self.order = order
    }
}
