// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

/// That the terminal takes no new sales, so that what is owed comes to its end.
package struct Draining: Sendable, Hashable, Codable {
    /// Who asked for it, as far as the daemon knows.
    package let person: String
    /// Since when, in ledger time.
    package let since: Timestamp
    /// Why, in their words; nil if they did not say.
    package let why: String?
}

extension Ledger {
    /// Who has the terminal take no new sales; nil if it takes them.
    package func draining() async throws -> Draining? {
        try await read { try Self.draining(in: $0) }
    }

    /// Takes no new sales from now on, also after a restart.
    ///
    /// - Returns: whether the key had been used before; nothing was done this time then.
    package func beginDraining(why: String?, by steerer: Steerer, key: IdempotencyKey?) async throws
        -> Bool
    {
        try await write { write in
            if try write.isRepeated(key, about: "") { return true }
            try write.remember(key, subject: "")
            guard try Self.draining(in: write.db) == nil else { return false }
            let draining = Draining(
                person: steerer.person, since: write.at, why: why?.storable)
            try Self.setMeta("draining", try JSON.text(of: draining), in: write.db)
            try write.append(
                .drainingBegun(person: steerer.person, why: draining.why), order: nil,
                by: steerer.door, status: nil)
            return false
        }
    }

    /// Takes new sales again.
    ///
    /// - Returns: whether the key had been used before; nothing was done this time then.
    package func endDraining(by steerer: Steerer, key: IdempotencyKey?) async throws -> Bool {
        try await write { write in
            if try write.isRepeated(key, about: "") { return true }
            try write.remember(key, subject: "")
            guard try Self.draining(in: write.db) != nil else { return false }
            try write.db.run("DELETE FROM meta WHERE name = 'draining'")
            try write.append(
                .drainingEnded(person: steerer.person), order: nil, by: steerer.door, status: nil)
            return false
        }
    }

    static func draining(in db: Database) throws -> Draining? {
        try meta("draining", in: db).map { try JSON.value(Draining.self, from: $0) }
    }
}

extension LedgerWrite {
    /// Makes sure that new sales are taken.
    ///
    /// - Throws: ``LedgerError/draining(person:why:)``.
    func checkTakesSales() throws {
        guard let draining = try Ledger.draining(in: db) else { return }
        throw LedgerError.draining(person: draining.person, why: draining.why)
    }
}
