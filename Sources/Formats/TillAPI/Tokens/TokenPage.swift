// SPDX-License-Identifier: Apache-2.0

/// The tokens that have been made and not revoked.
public struct TokenPage: Codable, Sendable, Hashable {
    /// The tokens, by name: `[]`.
    public var tokens: [TokenResource]

    /// Creates the message from its parts.
    public init(tokens: [TokenResource]) { self.tokens = tokens }

    private enum CodingKeys: String, CodingKey { case tokens }
}
