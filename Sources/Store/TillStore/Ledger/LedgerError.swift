// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Why the ledger did not do what it was asked.
package enum LedgerError: Error, Sendable, Hashable {
    /// Another daemon has the ledger.
    case inUse(path: String)
    /// The file cannot be opened or made.
    case unusable(path: String, why: String)
    /// The file does not hold what was written to it.
    case damaged(path: String, why: String)
    /// A newer version of the program wrote the file.
    case newerSchema(path: String)
    /// The journal's chain does not fit from this row on.
    case brokenChain(seq: Int64)
    /// An order is not what its journal says.
    case orderDiffers(OrderID, why: String)
    /// The file ends at row `ends`, and had got to row `was`.
    case older(path: String, ends: Int64, was: Int64)
    /// The file is of another line than the one that was here, which had got to `was`.
    case ofAnotherLine(path: String, was: LedgerHead)
    /// The file is not there any more; it had got to row `was`, if that is known.
    case gone(path: String, was: Int64?)
    /// The disk has too little room for a new sale; `free` and `needed` are bytes.
    case diskFull(free: Int64, needed: Int64, path: String)
    /// A check found a fault of the file, so that no new sale is opened.
    case checkFailed(why: String)
    /// A backup cannot be made, or is none.
    case backupFailed(path: String, why: String)
    /// There is no such order.
    case noSuchOrder(OrderID)
    /// There is no such hold.
    case noSuchHold(HoldID)
    /// No attempt of that reference was ever made here.
    case noSuchAttempt(AttemptReference)
    /// The key came before with another body.
    case keyConflict(key: String)
    /// There is no such row in the queue: its order does not owe it any more.
    case noSuchWork(Int64)
    /// The order owes nothing that could be held.
    case nothingOwed(OrderID)
    /// A deadline cannot be held.
    case deadlineIsNotHeld
    /// A person has the terminal take no new sales.
    case draining(person: String, why: String?)
    /// As many orders as allowed are open.
    case tooManyOpenOrders(limit: Int)
    /// A COMMIT failed: what it held may be saved or not, and nothing may be sent any more.
    case commitFailed(String)
    /// The ledger has been closed: the daemon is ending.
    case ended
}

extension LedgerError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .inUse(let path): "another tilld uses \(path): stop it first"
        case .unusable(let path, let why): "cannot use the ledger \(path): \(why)"
        case .damaged(let path, let why):
            "cannot use the ledger \(path): it is damaged (\(why)): keep the file as it is, and restore a backup with \"tilld restore\""
        case .newerSchema(let path):
            "a newer tilld wrote \(path): install that version, or restore a backup"
        case .brokenChain(let seq):
            "the journal does not fit from row \(seq) on: keep the file and restore a backup"
        case .orderDiffers(let id, let why):
            "order \(id) is not what the journal says (\(why)): keep the file and restore a backup"
        case .older(let path, let ends, let was):
            "the ledger \(path) ends at row \(ends) and had got to row \(was): an older file lies in its place, or its -wal file is lost: put the newer one back, or go on from this one with \"tilld restore \(path) --accept-older\""
        case .ofAnotherLine(let path, let was):
            "the ledger \(path) is not the one that was here and had got to \(was): put that one back, or go on from this one with \"tilld restore \(path) --accept-older\""
        case .gone(let path, let was):
            "the ledger \(path) is gone\(was.map { " and had got to row \($0)" } ?? ""): put it back, or restore a backup with \"tilld restore\"; to begin a new one, move \(path).head and \(path)-wal away"
        case .diskFull(let free, let needed, let path):
            "the disk of \(path) has \(Self.mebibytes(free)) MiB left and a new sale needs \(Self.mebibytes(needed)) MiB: delete old logs or backups there; sales that are open go on"
        case .checkFailed(let why):
            "no new sale is opened, since the ledger's file is damaged: \(why): let the open ones end, and restore a backup with \"tilld restore\""
        case .backupFailed(let path, let why): "no good backup at \(path): \(why)"
        case .noSuchOrder(let id): "there is no order \(id)"
        case .noSuchHold(let id): "there is no hold \(id)"
        case .noSuchAttempt(let reference): "there is no attempt \(reference)"
        case .keyConflict(let key):
            "the idempotency key \"\(key)\" came before with another body: use a new key"
        case .tooManyOpenOrders(let limit):
            "\(limit) orders are open, which is the limit: wait until one is over, or cancel one"
        case .noSuchWork(let row): "the queue has no row \(row): what it was for may be done"
        case .nothingOwed(let id): "\(id) owes nothing now: there is nothing to hold"
        case .deadlineIsNotHeld:
            "a deadline cannot be held: hold the order or a row of it, or cancel the order"
        case .draining(let person, let why):
            "\(person) has the terminal take no new sales\(why.map { " (\($0))" } ?? ""): "
                + "wait, or end it with \"till queue drain --end\""
        case .ended: "the daemon is ending: try again when it is back"
        case .commitFailed(let why): "the ledger could not be written: \(why)"
        }
    }

    private static func mebibytes(_ bytes: Int64) -> Int64 { bytes >> 20 }
}
