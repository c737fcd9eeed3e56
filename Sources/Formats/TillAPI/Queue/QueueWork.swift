// SPDX-License-Identifier: Apache-2.0

/// What a piece of work of the queue is.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct QueueWork: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"create"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Make the payment and get a code: `"create"`.
    public static let create = QueueWork(rawValue: "create")
    /// Ask again and again what became of it: `"watch"`.
    public static let watch = QueueWork(rawValue: "watch")
    /// Have it closed: `"close"`.
    public static let close = QueueWork(rawValue: "close")
    /// Send the refund: `"refund"`.
    public static let refund = QueueWork(rawValue: "refund")
    /// Ask what became of the refund: `"query_refund"`.
    public static let queryRefund = QueueWork(rawValue: "query_refund")
    /// Print a slip: `"print"`.
    public static let print = QueueWork(rawValue: "print")
    /// Give the sale up when its time is over: `"deadline"`.
    public static let deadline = QueueWork(rawValue: "deadline")
    /// Something that this version cannot read: `"unknown"`.
    public static let unknown = QueueWork(rawValue: "unknown")
}
