// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The table of rolls.
enum Rolls {
    /// How far a roll has come; nil if there is none of that name.
    static func place(of name: String, in db: Database) throws -> RollPlace? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM rolls WHERE name = ?"), arguments: [name]
        ).map { try place($0) }
    }

    /// All rolls, the one that has come furthest first.
    static func places(in db: Database) throws -> [RollPlace] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM rolls ORDER BY printed DESC, name"))
            .map { try place($0) }
    }

    static func save(_ place: RollPlace, in db: Database) throws {
        try db.run(
            """
            INSERT INTO rolls (name, epoch, printed, closed, perhaps_printed, perhaps_closed, begun, notes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET epoch = excluded.epoch, printed = excluded.printed,
                closed = excluded.closed, perhaps_printed = excluded.perhaps_printed,
                perhaps_closed = excluded.perhaps_closed, begun = excluded.begun, notes = excluded.notes
            """,
            arguments: [
                place.name, place.epoch, place.printed, place.closed, place.perhapsPrinted, place.perhapsClosed,
                try place.begun.map { try JSON.text(of: $0) }, try JSON.text(of: place.notes),
            ])
    }

    private static func place(_ row: Row) throws -> RollPlace {
        // What another version has to say, this one cannot: that must not keep the daemon from its work.
        let notes = try? JSON.value([RollNote].self, from: try row.value("notes"))
        var place = RollPlace(
            try row.value("name"), after: try row.value("printed"), epoch: try row.value("epoch"), notes: notes ?? [])
        place.closed = try row.value("closed")
        place.perhapsPrinted = try row.value("perhaps_printed")
        place.perhapsClosed = try row.value("perhaps_closed")
        guard let begun: String = try row.value("begun") else { return place }
        // Of what cannot be read it is known that it was begun: the next line may stand above.
        place.begun =
            (try? JSON.value(RollBeginning.self, from: begun))
            ?? RollBeginning(printed: max(place.perhapsPrinted, place.printed + 1), closed: place.perhapsClosed)
        return place
    }
}
