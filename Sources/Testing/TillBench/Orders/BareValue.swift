// SPDX-License-Identifier: Apache-2.0

/// A value of a column.
enum BareValue: Hashable {
    case null
    case integer(Int64)
    case text([UInt8])
    case blob([UInt8])

    /// A text as a value.
    static func text(_ text: String) -> BareValue { .text(Array(text.utf8)) }
}
