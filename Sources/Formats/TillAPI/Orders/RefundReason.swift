// SPDX-License-Identifier: Apache-2.0

/// Why money goes back.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct RefundReason: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"asked"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The shop asked for it: `"asked"`.
    public static let asked = RefundReason(rawValue: "asked")
    /// It came after the sale was over: `"late"`.
    public static let late = RefundReason(rawValue: "late")
    /// The sale was paid already: `"surplus"`.
    public static let surplus = RefundReason(rawValue: "surplus")
    /// The sale was cancelled: `"cancelled"`.
    public static let cancelled = RefundReason(rawValue: "cancelled")
    /// A person decided on a hold: `"decided"`.
    public static let decided = RefundReason(rawValue: "decided")
    /// It was made at the acquirer, by other means: `"elsewhere"`.
    public static let elsewhere = RefundReason(rawValue: "elsewhere")

    /// Every word that this version knows.
    public static let known: [RefundReason] = [
        .asked, .late, .surplus, .cancelled, .decided, .elsewhere,
    ]
}
