// SPDX-License-Identifier: Apache-2.0

import Glibc
import TillServer

/// What users of the socket may do, as the configuration and the machine have it.
struct PeerSettings: Sendable {
    let rules: [PeerRules.Rule]
    /// Users and groups that this machine does not have: their rules are for nobody.
    let strangers: [String]
}

extension Reading {
    /// What users of the socket may do; nil if it does not stand there.
    func peers(_ api: SettingsSection) -> PeerSettings? {
        guard api.has("peers") else { return nil }
        var rules: [PeerRules.Rule] = []
        var strangers: [String] = []
        for section in api.sections("peers") {
            let (user, group) = (section.text("user"), section.text("group"))
            let roles = roles(section)
            section.finish()
            if (user == nil) == (group == nil) { section.fault("user", "or group is needed, and not both") }
            let members = user.map { Self.members(user: $0) } ?? group.map { Self.members(group: $0) } ?? nil
            if let members {
                rules.append(PeerRules.Rule(users: members.users, groups: members.groups, roles: roles))
            } else {
                strangers += [user.map { "user \($0)" } ?? group.map { "group \($0)" }].compactMap(\.self)
            }
        }
        return PeerSettings(rules: rules, strangers: strangers)
    }

    private func roles(_ section: SettingsSection) -> Set<Role> {
        let words = section.list("roles")
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        if words.isEmpty { section.fault("roles", "must name at least one of \(known)") }
        return Set(
            words.compactMap { word in
                guard let role = Role(rawValue: word) else {
                    section.fault("roles", "\"\(word)\" is no role: these are: \(known)")
                    return nil
                }
                return role
            })
    }

    private typealias Members = (users: Set<UInt32>, groups: Set<UInt32>)

    private static func members(user: String) -> Members? {
        getpwnam(user).map { (users: [$0.pointee.pw_uid], groups: []) }
    }

    /// Whoever has the group as their first one, and whoever the system lists as a member now.
    private static func members(group: String) -> Members? {
        guard let entry = getgrnam(group) else { return nil }
        let number = entry.pointee.gr_gid
        var names: [String] = []
        var next = entry.pointee.gr_mem
        while let name = next?.pointee {
            names.append(String(cString: name))
            next = next?.successor()
        }
        // Only now: looking users up may write over the group's entry.
        let users = names.compactMap { getpwnam($0)?.pointee.pw_uid }
        return (users: Set(users), groups: [number])
    }
}
