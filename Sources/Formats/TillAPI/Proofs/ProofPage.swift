// SPDX-License-Identifier: Apache-2.0

/// How far each account is proven by its acquirer's statements.
public struct ProofPage: Codable, Sendable, Hashable {
    /// The accounts, in order of preference: `[]`.
    public var accounts: [AccountProofResource]

    /// Creates the message from its parts.
    public init(accounts: [AccountProofResource]) { self.accounts = accounts }
}
