// SPDX-License-Identifier: Apache-2.0

/// A request as a scripted daemon received it.
package struct ScriptedRequest: Sendable, Hashable {
    /// Method and path without the query: `GET /v1/orders/O1`.
    package let route: String
    /// What follows the question mark; empty if there is none: `wait=final`.
    package let query: String
    /// The header fields, names in lower case.
    package let fields: [String: String]
    /// The body.
    package let body: [UInt8]

    /// The body as text.
    package var text: String {
        String(decoding: body, as: UTF8.self)
    }
}
