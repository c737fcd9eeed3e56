// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Ledger {
    /// Opens the roll of a journal printer.
    ///
    /// - Parameter printers: the journal printers of the configuration; a roll of another is taken over, so that
    ///   nothing is lost when a printer is replaced.
    package func openRoll(_ name: String, among printers: Set<String>) async throws -> RollPlace {
        let epoch = epoch
        return try await write { try $0.openRoll(name, among: printers, epoch: epoch) }
    }

    /// How far a roll has come.
    ///
    /// - Throws: a database error if it was never opened.
    package func roll(_ name: String) async throws -> RollPlace {
        try await read { db in
            guard let place = try Rolls.place(of: name, in: db) else {
                throw DatabaseError(message: "there is no roll \(name)")
            }
            return place
        }
    }

    /// Writes down what a job ends with; its first byte leaves only then.
    package func beginRoll(_ name: String, _ beginning: RollBeginning) async throws -> RollPlace {
        try await write { try $0.changeRoll(name) { $0.begin(beginning) } }
    }

    /// Writes down what became of the job that was begun.
    package func endRoll(_ name: String, as end: RollEnd) async throws -> RollPlace {
        try await write { try $0.changeRoll(name) { $0.end(end) } }
    }

    /// How the rolls do, for health.
    package func rolls() async throws -> [RollFigures] {
        try await read { db in
            let last = try Turnover.last(in: db)
            return try Rolls.places(in: db).map {
                RollFigures(name: $0.name, printed: $0.printed, waiting: Int(max(0, last - $0.printed)))
            }
        }
    }
}
