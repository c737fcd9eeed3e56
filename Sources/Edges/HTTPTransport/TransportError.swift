// SPDX-License-Identifier: Apache-2.0

/// Says how an exchange failed, and above all whether the other side may have received the request.
package enum TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Name look-up, connection or TLS failed: no byte of the request left.
    case notSent(String)
    /// The request, or a part of it, may have arrived, and there is no answer.
    case noAnswer(String)
    /// The answer's body or head is longer than the limit, in bytes; the request has arrived.
    case tooLong(limit: Int)
    /// The request breaks a rule and was not tried.
    case badRequest(String)
    /// The transport was stopped before a byte of the request left.
    case stopped

    /// A line for the log, in lower case.
    package var description: String {
        switch self {
        case .notSent(let why): "not sent: \(why)"
        case .noAnswer(let why): "no answer: \(why)"
        case .tooLong(let limit): "the answer is longer than \(limit) bytes"
        case .badRequest(let why): "bad request: \(why)"
        case .stopped: "not sent: the transport is stopped"
        }
    }
}
