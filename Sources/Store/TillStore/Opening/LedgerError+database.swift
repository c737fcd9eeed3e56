// SPDX-License-Identifier: Apache-2.0

import GRDB

extension LedgerError {
    /// What an error that came while a file was opened or checked means for the ledger.
    static func of(_ error: any Error, path: String) -> LedgerError {
        if let error = error as? LedgerError { return error }
        guard let error = error as? DatabaseError else {
            return .damaged(path: path, why: "\(error)")
        }
        let said = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
            return .damaged(path: path, why: said)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse(path: path)
        case .SQLITE_FULL:
            return .unusable(path: path, why: "its disk is full: delete what is not needed there")
        case .SQLITE_READONLY:
            return .unusable(path: path, why: "it can only be read: look at its owner and mode")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            return .unusable(path: path, why: "\(said): look at its owner and mode")
        case .SQLITE_IOERR:
            return .unusable(
                path: path, why: "\(said): the disk may be dying: copy the file and look at it")
        case .SQLITE_ERROR where said.hasPrefix("no such table"), .SQLITE_CONSTRAINT:
            return .damaged(path: path, why: said)
        default: return .unusable(path: path, why: said)
        }
    }

    /// Does something with the file at a path, and says what its errors mean for the ledger.
    static func translating<Value>(_ path: String, _ work: () throws -> Value) throws(LedgerError)
        -> Value
    {
        do { return try work() } catch { throw of(error, path: path) }
    }
}
