// SPDX-License-Identifier: Apache-2.0

/// Who asks, as far as the daemon can tell.
struct Caller: Sendable, Hashable {
    /// What the journal calls them: `socket`, `token`, or `token:kiosk-2`.
    let name: String
    /// What they may do.
    let roles: Set<Role>

    /// Whoever did not say who they are; what is no secret is theirs as well.
    static let nobody = Caller(name: "nobody", roles: [])

    /// What the journal calls whoever asks on the socket.
    static let socketName = "socket"
    /// What the journal calls whoever shows the token of the configuration.
    static let tokenName = "token"
    /// What the journal calls whoever shows a token that was made.
    static func tokenName(_ name: String) -> String { "\(tokenName):\(name)" }
}
