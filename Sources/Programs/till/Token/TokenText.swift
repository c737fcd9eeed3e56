// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// A token in words.
enum TokenText {
    /// One line: `kiosk-2 sale,report made 2026-03-01 by socket, until 2027-03-01, used 2026-03-04 10:00`.
    static func line(_ token: TokenResource) -> String {
        let roles = token.roles.map(\.rawValue).joined(separator: ",")
        let until = token.expiresAt.map { "until \(day(of: $0))" } ?? "without an end"
        let used = token.lastUsedAt.map { "used \(day(of: $0)) \(hour(of: $0))" } ?? "never used"
        return "\(token.name) \(roles) made \(day(of: token.madeAt)) by \(token.madeBy), \(until), \(used)"
    }

    private static func day(of time: WireTime) -> String { String(time.text.prefix(10)) }

    private static func hour(of time: WireTime) -> String { "\(time.text.dropFirst(11).prefix(2)):00" }
}
