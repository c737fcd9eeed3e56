// SPDX-License-Identifier: Apache-2.0
package import HTTPTypes

/// What came back, whatever its status.
package struct TransportAnswer: Sendable {
    /// The status and the fields, each line of its own.
    package var head: HTTPResponse
    /// The body without its transfer coding.
    package var body: [UInt8]

    /// Puts an answer together.
    package init(head: HTTPResponse, body: [UInt8]) {
        self.head = head
        self.body = body
    }
}
