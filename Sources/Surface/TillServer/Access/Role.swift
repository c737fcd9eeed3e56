// SPDX-License-Identifier: Apache-2.0

package import TillAPI

/// What somebody may do over the local API.
package enum Role: String, Sendable, Hashable, CaseIterable {
    /// Opens sales, follows and cancels them, and has slips printed again.
    case sale
    /// Gives money back, and settles holds.
    case refund
    /// Reads everything, and changes nothing.
    case report
    /// May do everything.
    case admin

    /// The word in the API.
    package var word: TokenRole { TokenRole(rawValue: rawValue) }

    /// Roles in the order in which they are told.
    static func sorted(_ roles: Set<Role>) -> [Role] { allCases.filter { roles.contains($0) } }
}
