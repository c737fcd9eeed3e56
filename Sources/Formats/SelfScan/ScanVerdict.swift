// SPDX-License-Identifier: Apache-2.0

/// What became of reading a code back.
package enum ScanVerdict: Hashable, Sendable {
    /// There is one code, and it says what it should.
    case matches
    /// No code can be read.
    case noCode
    /// There is a code that says something else; `text` is for people.
    case otherCode(text: String)
    /// There is more than one code: nobody knows which one a phone takes.
    case severalCodes
    /// The reader itself failed, so that nobody knows.
    case notRead

    /// The verdict's word in the API.
    package var word: String {
        switch self {
        case .matches: "matches"
        case .noCode: "no_code"
        case .otherCode: "other_code"
        case .severalCodes: "several_codes"
        case .notRead: "not_read"
        }
    }
}
