// SPDX-License-Identifier: Apache-2.0

/// Where the daemon learnt of money.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct TransactionSource: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"query"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The acquirer answered a question: `"query"`.
    public static let query = TransactionSource(rawValue: "query")
    /// The acquirer told unasked: `"notify"`.
    public static let notify = TransactionSource(rawValue: "notify")
    /// It stands in the acquirer's statement of a day: `"statement"`.
    public static let statement = TransactionSource(rawValue: "statement")

    /// Every word that this version knows.
    public static let known: [TransactionSource] = [
        .query, .notify, .statement,
    ]
}
