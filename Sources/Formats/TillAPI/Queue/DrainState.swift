// SPDX-License-Identifier: Apache-2.0

/// Whether new sales are taken.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct DrainState: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"open"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// New sales are taken: `"open"`.
    public static let open = DrainState(rawValue: "open")
    /// None are taken, and the work that is owed goes on: `"draining"`.
    public static let draining = DrainState(rawValue: "draining")
    /// None are taken, and all that is owed waits for a person: `"stuck"`.
    public static let stuck = DrainState(rawValue: "stuck")
    /// None are taken, and nothing is owed: `"drained"`.
    public static let drained = DrainState(rawValue: "drained")
}
