// SPDX-License-Identifier: Apache-2.0

/// What a slip is.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct PrintKind: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"sale"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The one original: `"sale"`.
    public static let sale = PrintKind(rawValue: "sale")
    /// A further copy, marked as such: `"copy"`.
    public static let copy = PrintKind(rawValue: "copy")
    /// The slip of a refund: `"refund"`.
    public static let refund = PrintKind(rawValue: "refund")
    /// A payment code on paper: `"code"`.
    public static let code = PrintKind(rawValue: "code")

    /// Every word that this version knows.
    public static let known: [PrintKind] = [
        .sale, .copy, .refund, .code,
    ]
}
