// SPDX-License-Identifier: Apache-2.0

/// What the users of the machine may do on the socket.
package struct PeerRules: Sendable {
    /// Users who may do something.
    package struct Rule: Sendable, Hashable {
        /// The users.
        package let users: Set<UInt32>
        /// Groups of which each member may.
        package let groups: Set<UInt32>
        /// What they may do.
        package let roles: Set<Role>

        /// States all three.
        package init(users: Set<UInt32>, groups: Set<UInt32>, roles: Set<Role>) {
            self.users = users
            self.groups = groups
            self.roles = roles
        }
    }

    private let rules: [Rule]?
    private let owners: Set<UInt32>

    /// Whoever may open the socket may do everything.
    package static let open = PeerRules(rules: nil, owners: [])

    /// Users may do what a rule says, and nothing without one.
    ///
    /// - Parameter owners: users who may do everything: they could change the ledger itself.
    package init(_ rules: [Rule], owners: Set<UInt32>) { self.init(rules: rules, owners: owners) }

    private init(rules: [Rule]?, owners: Set<UInt32>) {
        self.rules = rules
        self.owners = owners
    }

    /// Whether it matters who connected.
    var areAsked: Bool { rules != nil }

    /// What a user may do: all that the rules which name them or their group say; nothing if nobody
    /// knows who it is.
    func roles(of peer: Peer?) -> Set<Role> {
        guard let rules else { return [.admin] }
        guard let peer else { return [] }
        if owners.contains(peer.user) { return [.admin] }
        return rules.reduce(into: []) { roles, rule in
            guard rule.users.contains(peer.user) || rule.groups.contains(peer.group) else { return }
            roles.formUnion(rule.roles)
        }
    }
}
