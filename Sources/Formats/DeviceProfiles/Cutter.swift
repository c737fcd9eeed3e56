// SPDX-License-Identifier: Apache-2.0

/// What a printer's blade does.
package enum Cutter: String, Sendable, Hashable, CaseIterable {
    /// There is no blade, or nobody has said that there is one.
    case none
    /// It leaves a bridge of paper.
    case partial
    /// It cuts through.
    case full
    /// It can do either.
    case both
}
