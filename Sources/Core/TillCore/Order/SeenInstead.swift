// SPDX-License-Identifier: Apache-2.0

/// What stood on the customer's screen where a code should have been.
public enum SeenInstead: Sendable, Hashable, Codable {
    /// Nothing that can be read.
    case nothing
    /// A code that says something else; the text is for people, and nothing is done with it.
    case otherCode(String)
    /// More than one code.
    case severalCodes
}

extension SeenInstead: CustomStringConvertible {
    /// What it was, as the end of a sentence for people.
    public var description: String {
        switch self {
        case .nothing: "nothing that can be read"
        case .otherCode(let text): "a code that says \"\(text)\""
        case .severalCodes: "more than one code"
        }
    }
}
