// SPDX-License-Identifier: Apache-2.0

/// A table of characters and the number that a printer knows it by.
package struct EscPosPage: Sendable, Hashable {
    /// The parameter of `1B 74`.
    package let number: UInt8
    /// What the table holds.
    package let page: CodePage

    /// Pairs a number with a table.
    package init(number: UInt8, page: CodePage) {
        self.number = number
        self.page = page
    }
}
