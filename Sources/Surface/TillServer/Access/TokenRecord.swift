// SPDX-License-Identifier: Apache-2.0

import Signing
import TillAPI
import TillCore

/// A token that was made, as it lies on the disk: its digest, never itself.
struct TokenRecord: Codable, Sendable, Hashable {
    let name: String
    let roles: [String]
    /// SHA-256 of the token, in hexadecimal digits.
    let digest: String
    let madeAt: Timestamp
    let madeBy: String
    let expiresAt: Timestamp?
    /// The hour in which it was shown last.
    var usedAt: Timestamp?

    private enum CodingKeys: String, CodingKey {
        case name, roles, digest
        case madeAt = "made_at"
        case madeBy = "made_by"
        case expiresAt = "expires_at"
        case usedAt = "used_at"
    }

    /// What its owner may do; a word of a later version gives nothing.
    var granted: Set<Role> { Set(roles.compactMap { Role(rawValue: $0) }) }

    /// Whether it is over at a time.
    func isOver(at now: Timestamp) -> Bool { expiresAt.map { $0 <= now } ?? false }

    /// What people and programs see of it.
    var resource: TokenResource {
        TokenResource(
            name: name, roles: Role.sorted(granted).map(\.word), madeAt: WireTime(madeAt), madeBy: madeBy,
            expiresAt: expiresAt.map { WireTime($0) }, lastUsedAt: usedAt.map { WireTime($0) })
    }
}
