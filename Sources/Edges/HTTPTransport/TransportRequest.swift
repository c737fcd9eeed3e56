// SPDX-License-Identifier: Apache-2.0
package import HTTPTypes

/// One HTTP exchange that is wanted.
package struct TransportRequest: Sendable {
    /// Method, scheme, authority, path and fields.
    package var head: HTTPRequest
    /// The body; empty for none.
    package var body: [UInt8]
    /// Whether the exchange may be repeated without harm. Anything else goes out on a connection of its own, once.
    package var isQuery: Bool
    /// The path of a Unix socket to connect to in place of the authority.
    package var unixSocket: String?
    /// Whether a connection to an address may be made, asked for each one that the name leads to; nil if to any.
    package var admits: (@Sendable (NetworkAddress) -> Bool)?
    /// How long it may take and how much may come back.
    package var limit: TransportLimits

    /// Puts a request together.
    package init(
        head: HTTPRequest, body: [UInt8] = [], isQuery: Bool = false, unixSocket: String? = nil,
        admits: (@Sendable (NetworkAddress) -> Bool)? = nil, limit: TransportLimits = TransportLimits()
    ) {
        self.head = head
        self.body = body
        self.isQuery = isQuery
        self.unixSocket = unixSocket
        self.admits = admits
        self.limit = limit
    }
}
