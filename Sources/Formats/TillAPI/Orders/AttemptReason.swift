// SPDX-License-Identifier: Apache-2.0

/// Why a try is closing or closed.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct AttemptReason: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"cancelled"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The cashier gave up the sale: `"cancelled"`.
    public static let cancelled = AttemptReason(rawValue: "cancelled")
    /// The deadline passed: `"expired"`.
    public static let expired = AttemptReason(rawValue: "expired")
    /// The acquirer said no: `"refused"`.
    public static let refused = AttemptReason(rawValue: "refused")
    /// The acquirer never heard of it: `"lost"`.
    public static let lost = AttemptReason(rawValue: "lost")
    /// A newer try took its place: `"replaced"`.
    public static let replaced = AttemptReason(rawValue: "replaced")
    /// Another try of the same sale was paid: `"superseded"`.
    public static let superseded = AttemptReason(rawValue: "superseded")
    /// The money that came does not match the sale: `"wrong_money"`.
    public static let wrongMoney = AttemptReason(rawValue: "wrong_money")

    /// Every word that this version knows.
    public static let known: [AttemptReason] = [
        .cancelled, .expired, .refused, .lost, .replaced, .superseded, .wrongMoney,
    ]
}
