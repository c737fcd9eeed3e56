// SPDX-License-Identifier: Apache-2.0

/// Says why something could not be signed or was not accepted.
package enum SigningError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is no key of an expected form; the string says which forms are.
    case unreadableKey(String)
    /// The key, algorithm or component is understood but not served.
    case unsupported(String)
    /// A field or parameter breaks its grammar or a limit.
    case malformed(field: String, why: String)
    /// A field, parameter or component that is needed is not there.
    case missing(String)
    /// The message carries no signature, or none of the wanted label.
    case notSigned
    /// No signature matches the message under the keys given.
    case badSignature
    /// The body is not the one that the digest was taken of.
    case badDigest
    /// The timestamp lies outside the tolerance.
    case stale
    /// The cryptographic library failed; the string is its own report.
    case library(String)

    /// A line for the log, in lower case.
    package var description: String {
        switch self {
        case .unreadableKey(let why): "unreadable key: \(why)"
        case .unsupported(let what): "unsupported: \(what)"
        case .malformed(let field, let why): "malformed \(field): \(why)"
        case .missing(let what): "missing: \(what)"
        case .notSigned: "the message carries no such signature"
        case .badSignature: "the signature does not match the message; check the key and what lies in between"
        case .badDigest: "the body does not match its content-digest"
        case .stale: "the timestamp is outside the tolerance; check both clocks"
        case .library(let report): "libcrypto failed: \(report)"
        }
    }
}
