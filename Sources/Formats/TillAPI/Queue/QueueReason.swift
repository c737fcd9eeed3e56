// SPDX-License-Identifier: Apache-2.0

/// Why a piece of work is not done.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct QueueReason: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"due"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is tried at the next opportunity: `"due"`.
    public static let due = QueueReason(rawValue: "due")
    /// It is being tried: `"under_way"`.
    public static let underWay = QueueReason(rawValue: "under_way")
    /// Its next try has a time: `"waits"`.
    public static let waits = QueueReason(rawValue: "waits")
    /// Another row of the same sale is being tried: `"behind"`.
    public static let behind = QueueReason(rawValue: "behind")
    /// Its acquirer did not answer and is spared: `"account_rests"`.
    public static let accountRests = QueueReason(rawValue: "account_rests")
    /// Its account is not configured: `"no_account"`.
    public static let noAccount = QueueReason(rawValue: "no_account")
    /// A person holds it back: `"held"`.
    public static let held = QueueReason(rawValue: "held")
    /// The printer did not take it: `"printer"`.
    public static let printer = QueueReason(rawValue: "printer")
    /// No printer is configured: `"no_printer"`.
    public static let noPrinter = QueueReason(rawValue: "no_printer")
    /// This version cannot read it: `"unreadable"`.
    public static let unreadable = QueueReason(rawValue: "unreadable")

    /// Whether it stays so until a person does something.
    public var needsPerson: Bool {
        switch self {
        case .noAccount, .held, .noPrinter, .unreadable: true
        default: false
        }
    }
}
