// SPDX-License-Identifier: Apache-2.0

/// What the books refuse.
package enum BooksError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(table: String, column: String, value: String)
    case merchantExists(String)
    case unknownMerchant(String)
    case badMerchant(field: String, why: String)
    case badKey(field: String, why: String)
    case newerSchema

    /// What is wrong and what to do, on one line.
    package var description: String {
        switch self {
        case .unreadable(let table, let column, let value):
            "the books hold \"\(value)\" in \(table).\(column), which this version does not know: use the version that wrote them"
        case .merchantExists(let id): "there is a merchant \(id) already: choose another number"
        case .unknownMerchant(let id): "there is no merchant \(id): \"till-sandbox merchant list\" shows all"
        case .badMerchant(let field, let why), .badKey(let field, let why): "\(field): \(why)"
        case .newerSchema: "the books were written by a newer version: use that version"
        }
    }
}
