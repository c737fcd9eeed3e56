// SPDX-License-Identifier: Apache-2.0

/// What became of a job for a journal printer.
package enum RollEnd: Sendable, Hashable {
    /// It is on paper, or all of it went out to a printer that cannot say more.
    case printed
    /// None of it is.
    case nothing
    /// It may be, or a part of it: it is printed again, and says so.
    case torn
}
