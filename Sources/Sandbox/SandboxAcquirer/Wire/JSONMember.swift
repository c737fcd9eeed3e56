// SPDX-License-Identifier: Apache-2.0

/// One named value of a JSON object.
struct JSONMember: Sendable, Hashable {
    /// The text before the colon.
    let name: String
    /// What stands behind it.
    let value: JSONValue
}
