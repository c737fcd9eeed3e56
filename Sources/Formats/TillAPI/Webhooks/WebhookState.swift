// SPDX-License-Identifier: Apache-2.0

/// How an endpoint does that is told of sales.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct WebhookState: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"ok"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// What there is to tell is told: `"ok"`.
    public static let ok = WebhookState(rawValue: "ok")
    /// The last try was in vain, and it is tried again: `"retrying"`.
    public static let retrying = WebhookState(rawValue: "retrying")
    /// Some deliveries were given up, for a person to send again: `"dead"`.
    public static let dead = WebhookState(rawValue: "dead")
    /// Nothing is told until a person has it told again: `"stopped"`.
    public static let stopped = WebhookState(rawValue: "stopped")

    /// Whether a person has to look.
    public var needsPerson: Bool { self == .dead || self == .stopped }
}
