// SPDX-License-Identifier: Apache-2.0

/// A table of characters and the printer's number for it.
package struct CharacterTable: Sendable, Hashable {
    /// The parameter of the command that selects it.
    package let number: UInt8
    /// Its usual name, such as `cp437`.
    package let name: String
}
