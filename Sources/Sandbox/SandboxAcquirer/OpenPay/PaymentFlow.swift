// SPDX-License-Identifier: Apache-2.0

/// Who shows a code to whom.
package enum PaymentFlow: String, Sendable, Hashable, CaseIterable {
    /// The payer scans what the merchant shows.
    case showCode = "show_code"
    /// The merchant scans what the payer shows.
    case scanPayer = "scan_payer"
}
