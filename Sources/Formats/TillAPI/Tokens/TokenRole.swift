// SPDX-License-Identifier: Apache-2.0

/// What the owner of a token may do.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct TokenRole: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"sale"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Opens sales, follows and cancels them, and has slips printed again: `"sale"`.
    public static let sale = TokenRole(rawValue: "sale")
    /// Gives money back, and settles holds: `"refund"`.
    public static let refund = TokenRole(rawValue: "refund")
    /// Reads everything, and changes nothing: `"report"`.
    public static let report = TokenRole(rawValue: "report")
    /// May do everything: `"admin"`.
    public static let admin = TokenRole(rawValue: "admin")

    /// Every word that this version knows.
    public static let known: [TokenRole] = [.sale, .refund, .report, .admin]
}
