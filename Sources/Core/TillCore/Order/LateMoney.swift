// SPDX-License-Identifier: Apache-2.0

/// What becomes of money that comes after the sale was over; the shop's choice, fixed when the
/// sale opens.
public enum LateMoney: String, Sendable, Hashable, Codable, CaseIterable {
    /// It goes back to the payer.
    case giveBack = "give_back"
    /// The shop keeps it, with a receipt; the order stays closed and shows as paid late.
    case keep
    /// A person decides.
    case ask
}
