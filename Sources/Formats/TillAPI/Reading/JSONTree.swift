// SPDX-License-Identifier: Apache-2.0

/// A JSON value as it was written; numbers stay text, because only digits are integers.
enum JSONTree: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it was written: `12.50`.
    case number(String)
    /// Text without its escapes.
    case string(String)
    /// A list.
    case array([JSONTree])
    /// An object; no name is there twice.
    case object([String: JSONTree])

    /// What the value is, for a sentence.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
