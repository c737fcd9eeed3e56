// SPDX-License-Identifier: Apache-2.0

/// What a journal printer's roll has to say of itself before its next line.
package enum RollNote: Sendable, Hashable, Codable {
    /// It begins behind a number: what was sold before stands on no roll of this terminal.
    case begins(after: Int64)
    /// It goes on for a printer that is there no more.
    case goesOn(from: String)
    /// The ledger was restored: numbers behind this one may stand above, for something else.
    case restored(after: Int64)
    /// The roll had got to a number that the ledger does not have.
    case ahead(at: Int64)
}
