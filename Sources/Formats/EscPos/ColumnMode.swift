// SPDX-License-Identifier: Apache-2.0

/// How the dots of a picture in columns lie: the parameter m of `1B 2A`.
package enum ColumnMode: UInt8, Sendable, Hashable, CaseIterable {
    /// Eight rows, each column twice as wide as the head's dots.
    case eightSingle = 0
    /// Eight rows, each column as wide as the head's dots.
    case eightDouble = 1
    /// 24 rows, each column twice as wide as the head's dots.
    case twentyFourSingle = 32
    /// 24 rows, each dot as the head's dots are.
    case twentyFourDouble = 33

    /// The rows of one command.
    package var rows: Int { rawValue < 32 ? 8 : 24 }
    /// The bytes of one column, from the top.
    package var bytesPerColumn: Int { rows / 8 }
    /// The head's dots that a column is wide.
    package var dotsAcross: Int { rawValue & 1 == 0 ? 2 : 1 }
}
