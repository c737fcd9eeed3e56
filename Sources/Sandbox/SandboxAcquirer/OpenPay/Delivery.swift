// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes

/// What the wire does with an answer: scripts can lose it, delay it and cut it.
package enum Delivery: Sendable {
    /// The answer arrives after so many milliseconds.
    case answer(HTTPResponse, [UInt8], afterMilliseconds: Int64)
    /// The connection is closed without a byte of the answer.
    case lost(afterMilliseconds: Int64)
    /// The head and the first bytes of the body arrive, then the connection is closed.
    case cut(HTTPResponse, [UInt8], afterBytes: Int, afterMilliseconds: Int64)
}
