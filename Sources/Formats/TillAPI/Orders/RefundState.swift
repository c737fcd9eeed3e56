// SPDX-License-Identifier: Apache-2.0

/// How far a refund is.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct RefundState: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"asked"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is on disk and not sent yet: `"asked"`.
    public static let asked = RefundState(rawValue: "asked")
    /// The acquirer was asked: `"sent"`.
    public static let sent = RefundState(rawValue: "sent")
    /// An answer was lost and a query has to tell: `"unknown"`.
    public static let unknown = RefundState(rawValue: "unknown")
    /// The money is back with the payer: `"done"`.
    public static let done = RefundState(rawValue: "done")
    /// The acquirer said no: `"refused"`.
    public static let refused = RefundState(rawValue: "refused")

    /// Every word that this version knows.
    public static let known: [RefundState] = [
        .asked, .sent, .unknown, .done, .refused,
    ]
}
