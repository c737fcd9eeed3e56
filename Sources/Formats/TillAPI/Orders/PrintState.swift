// SPDX-License-Identifier: Apache-2.0

/// How far a slip is.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct PrintState: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"queued"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It waits for the printer: `"queued"`.
    public static let queued = PrintState(rawValue: "queued")
    /// Its first byte left: `"started"`.
    public static let started = PrintState(rawValue: "started")
    /// The printer confirmed the paper: `"printed"`.
    public static let printed = PrintState(rawValue: "printed")
    /// All bytes left, and this printer cannot confirm: `"unconfirmed"`.
    public static let unconfirmed = PrintState(rawValue: "unconfirmed")
    /// Nobody can tell whether paper came out: `"doubtful"`.
    public static let doubtful = PrintState(rawValue: "doubtful")
    /// It will not be printed: `"abandoned"`.
    public static let abandoned = PrintState(rawValue: "abandoned")

    /// Every word that this version knows.
    public static let known: [PrintState] = [
        .queued, .started, .printed, .unconfirmed, .doubtful, .abandoned,
    ]
}
