// SPDX-License-Identifier: Apache-2.0

/// How a printer prints columns of dots.
package struct ColumnFormat: Sendable, Hashable {
    /// The parameter m of the command: 0 and 1 are eight rows, 32 and 33 are 24.
    package let mode: Int
    /// Columns an inch.
    package let across: Int
    /// Rows an inch.
    package let down: Int

    /// The modes that there are.
    static let modes = [0, 1, 32, 33]

    /// Rows of one command.
    package var rows: Int { mode < 32 ? 8 : 24 }

    /// What thermal heads do: columns of single density are two dots wide, and one of eight rows is three dots high.
    static func thermal(mode: Int, dpi: Int) -> ColumnFormat {
        ColumnFormat(mode: mode, across: mode % 2 == 0 ? dpi / 2 : dpi, down: mode < 32 ? dpi / 3 : dpi)
    }
}
