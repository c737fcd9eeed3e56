// SPDX-License-Identifier: Apache-2.0

/// The labels of a slip's rows in one language.
package struct ReceiptLabels: Sendable, Hashable {
    /// Before the order's id.
    package let order: String
    /// Before date and time.
    package let date: String
    /// Before the account of a sale.
    package let account: String
    /// Before the account of a refund.
    package let refundAccount: String
    /// Before the terminal's id.
    package let terminal: String
    /// Before the attempt's reference.
    package let reference: String
    /// Before the acquirer's reference.
    package let acquirerReference: String
}
