// SPDX-License-Identifier: Apache-2.0

extension Books {
    /// Enters a key that the platform signs with from a time on, and with it a merchant's new secret.
    ///
    /// - Throws: ``BooksError`` or GRDB's `DatabaseError`; nothing has changed then.
    package func rotate(_ rotation: KeyRotation) throws {
        try write { try $0.rotate(rotation) }
    }

    /// Every change of what the platform signs with, the first one first.
    ///
    /// - Throws: ``BooksError`` or GRDB's `DatabaseError`.
    package func rotations() throws -> [KeyRotation] {
        try read { try $0.rotations() }
    }
}
