// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TillCore

/// The names that files go by while one ledger takes another's place.
///
/// ```
/// <ledger>.restoring          being made; counts for nothing
/// <ledger>.restored-<date>    ready: from here on every start goes on with the change of names
/// <ledger>.replaced-<date>    what lay there before, with its -wal and .head
/// ```
enum RestoredFiles {
    /// Makes a file the ledger, and keeps the one before under a dated name.
    ///
    /// - Returns: the names of what was there before.
    static func place(_ file: String, at ledger: String, on wall: Timestamp) throws(LedgerError)
        -> [String]
    {
        let date = unusedDate(wall, ledger)
        let ready = "\(ledger).restored-\(date)"
        do throws(FileFault) {
            DurableFile.giveToOwner(ofFolder: file)
            chmod(file, 0o600)
            try DurableFile.sync(file)
            try move(file, to: ready)
            try DurableFile.sync(DurableFile.folder(of: ledger))
            return try change(ready, date, ledger)
        } catch {
            throw .unusable(path: error.path, why: error.why)
        }
    }

    /// Goes on with a change of names that was broken off.
    static func finish(_ ledger: String) throws(LedgerError) {
        let folder = DurableFile.folder(of: ledger)
        let prefix = "\((ledger as NSString).lastPathComponent).restored-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard let name = names.filter({ $0.hasPrefix(prefix) }).max() else { return }
        do throws(FileFault) {
            _ = try change("\(folder)/\(name)", String(name.dropFirst(prefix.count)), ledger)
        } catch {
            throw .unusable(path: error.path, why: error.why)
        }
    }

    /// Removes a file that counts for nothing, and what SQLite made beside it.
    static func remove(_ file: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(file + suffix) }
    }

    private static func change(_ ready: String, _ date: String, _ ledger: String)
        throws(FileFault) -> [String]
    {
        var kept: [String] = []
        let aside = "\(ledger).replaced-\(date)"
        // The log last but one: without its ledger it is nothing, and with the new one it is harm.
        for suffix in ["", "-wal", "-shm", "-journal", ".head"] where FileStatus(ledger + suffix) != nil {
            try move(ledger + suffix, to: aside + suffix)
            kept.append(aside + suffix)
        }
        try DurableFile.sync(DurableFile.folder(of: ledger))
        try move(ready, to: ledger)
        try DurableFile.sync(DurableFile.folder(of: ledger))
        return kept
    }

    private static func move(_ file: String, to place: String) throws(FileFault) {
        guard rename(file, place) == 0 else { throw FileFault(place) }
    }

    /// Such as `20270115T080000Z`, and further letters if two fall into one second.
    private static func unusedDate(_ wall: Timestamp, _ ledger: String) -> String {
        var date = FileDate.text(wall)
        while FileStatus("\(ledger).replaced-\(date)") != nil { date += "a" }
        return date
    }
}
