// SPDX-License-Identifier: Apache-2.0

/// How one try to have a sale paid stands.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct AttemptState: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"opened"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The try is on disk and the acquirer has not answered yet: `"opened"`.
    public static let opened = AttemptState(rawValue: "opened")
    /// The payer can scan its code: `"presented"`.
    public static let presented = AttemptState(rawValue: "presented")
    /// An answer was lost and a query has to tell: `"uncertain"`.
    public static let uncertain = AttemptState(rawValue: "uncertain")
    /// The acquirer was asked to take no more money: `"closing"`.
    public static let closing = AttemptState(rawValue: "closing")
    /// The acquirer holds the money: `"paid"`.
    public static let paid = AttemptState(rawValue: "paid")
    /// The acquirer takes no more money: `"closed"`.
    public static let closed = AttemptState(rawValue: "closed")

    /// Every word that this version knows.
    public static let known: [AttemptState] = [
        .opened, .presented, .uncertain, .closing, .paid, .closed,
    ]
}
