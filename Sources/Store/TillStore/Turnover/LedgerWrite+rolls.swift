// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

extension LedgerWrite {
    /// Opens a roll: it goes on where it was, takes over from a printer that is there no more, or begins.
    func openRoll(_ name: String, among printers: Set<String>, epoch: String) throws -> RollPlace {
        let last = try Turnover.last(in: db)
        let known = try Rolls.place(of: name, in: db)
        var place: RollPlace
        if let known {
            place = known
        } else if let left = try Rolls.places(in: db).first(where: { !printers.contains($0.name) }) {
            try db.run("DELETE FROM rolls WHERE name = ?", arguments: [left.name])
            place = left.renamed(name)
        } else {
            // Sales of this start may have come before its printers were looked at.
            let before = try Turnover.last(beforeStart: boot, in: db)
            place = RollPlace(name, after: before, epoch: epoch, notes: before > 0 ? [.begins(after: before)] : [])
        }
        place.meet(epoch: epoch, last: last)
        if place != known { try Rolls.save(place, in: db) }
        return place
    }

    /// Changes how far a roll has come.
    func changeRoll(_ name: String, _ change: (inout RollPlace) -> Void) throws -> RollPlace {
        guard var place = try Rolls.place(of: name, in: db) else {
            throw DatabaseError(message: "there is no roll \(name)")
        }
        change(&place)
        try Rolls.save(place, in: db)
        return place
    }
}

extension RollPlace {
    /// The same roll on another printer, which says so.
    fileprivate func renamed(_ other: String) -> RollPlace {
        var place = RollPlace(other, after: printed, epoch: epoch, notes: notes + [.goesOn(from: name)])
        place.closed = closed
        place.perhapsPrinted = perhapsPrinted
        place.perhapsClosed = perhapsClosed
        place.begun = begun
        return place
    }
}
