// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Row {
    /// The bytes of a BLOB column; empty if it is NULL.
    func bytes(_ column: String) -> [UInt8] { (self[column] as Data?).map { Array($0) } ?? [] }
}
