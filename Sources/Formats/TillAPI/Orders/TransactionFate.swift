// SPDX-License-Identifier: Apache-2.0

/// What becomes of money that an acquirer holds.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct TransactionFate: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"kept"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The money pays for the sale: `"kept"`.
    public static let kept = TransactionFate(rawValue: "kept")
    /// The money is on its way back: `"returning"`.
    public static let returning = TransactionFate(rawValue: "returning")
    /// The money is back with the payer: `"returned"`.
    public static let returned = TransactionFate(rawValue: "returned")
    /// A person decides: `"held"`.
    public static let held = TransactionFate(rawValue: "held")

    /// Every word that this version knows.
    public static let known: [TransactionFate] = [
        .kept, .returning, .returned, .held,
    ]
}
