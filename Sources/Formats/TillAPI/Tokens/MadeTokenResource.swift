// SPDX-License-Identifier: Apache-2.0

/// The answer to making a token: the only time that the token itself is told.
public struct MadeTokenResource: Codable, Sendable, Hashable {
    /// The token, to be sent as `Authorization: Bearer …`: `"till_NmE2YzZiMTcwYWQ3ZjE0NzE2NWFhMWI0"`.
    public var secret: String
    /// What the daemon keeps of it: `{"name": "kiosk-2"}`.
    public var token: TokenResource

    /// Creates the message from its parts.
    public init(secret: String, token: TokenResource) {
        self.secret = secret
        self.token = token
    }

    private enum CodingKeys: String, CodingKey { case secret, token }
}
