// SPDX-License-Identifier: Apache-2.0

/// What a shop of a bench has besides its ledger.
struct ShopPlan: Hashable {
    /// The display's setting, such as `file:frame`; nil for none.
    var display: String?
    /// Whether receipts are printed, into a file.
    var prints = false
    /// Whether the local API listens on a port too.
    var listens = false
    /// Whether the acquirer can notify us.
    var notifies = false
    /// What happens to payments, as the sandbox calls it.
    var script = "manual"
    /// The ledger's file; nil for a new one in the shop's folder.
    var ledger: String?
}
