// SPDX-License-Identifier: Apache-2.0

import ProviderKit

/// One line of a statement in its fields, as many as the statement has columns.
struct StatementRecord: Sendable {
    /// The line's number, from 1; the header's is 1.
    let line: Int
    /// What stands between the commas, without quotes.
    let fields: [[UInt8]]

    /// A field's bytes.
    func bytes(_ column: Int) -> [UInt8] { fields[column] }

    /// A field's text; fields are UTF-8 by the time that there is a record.
    func text(_ column: Int) -> String { String(decoding: fields[column], as: UTF8.self) }

    /// What is wrong with a field, and where it stands; nothing of what is in it.
    func fault(_ column: Int, _ why: String) -> ProviderError {
        Self.fault(line, column, why)
    }

    /// What is wrong at a place.
    static func fault(_ line: Int, _ column: Int, _ why: String) -> ProviderError {
        let columns = StatementReader.columns
        let name = columns.indices.contains(column) ? " (\(columns[column]))" : ""
        return .unreadable("line \(line), column \(column + 1)\(name) \(why)")
    }
}
