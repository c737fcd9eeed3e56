// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text as a column can hold it: SQLite's text ends at a zero byte, so that one is replaced.
    var storable: String {
        utf8.contains(0) ? String(map { $0 == "\0" ? "\u{FFFD}" : $0 }) : self
    }
}
