// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Row {
    /// The value of a column.
    ///
    /// - Throws: an error if the file holds something else there, as a damaged one may.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String)
        throws -> Value
    {
        try decode(Value.self, forColumn: column)
    }

    /// The bytes of a BLOB column; empty if it is NULL.
    ///
    /// - Throws: as ``value(_:)``.
    func bytes(_ column: String) throws -> [UInt8] {
        try (value(column) as Data?).map { Array($0) } ?? []
    }
}
