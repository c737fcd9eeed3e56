// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// What lies where a ledger is to be, found out without SQLite, which would change it.
struct LedgerPlace {
    /// The ledger's file.
    let path: String
    /// Whether no ledger was ever begun there.
    let isNew: Bool
    /// Whether a write-ahead log lies beside it: the daemon before did not end as it should.
    let hasLog: Bool

    /// Looks.
    ///
    /// - Throws: ``LedgerError/unusable(path:why:)`` if it is no file of ours or may not be written,
    ///   ``LedgerError/damaged(path:why:)`` if it is none of SQLite's,
    ///   ``LedgerError/gone(path:was:)`` if it was there.
    init(_ path: String) throws(LedgerError) {
        self.path = path
        hasLog = (FileStatus("\(path)-wal")?.size ?? 0) > 0
        guard let status = FileStatus(path), status.size > 0 || !status.isRegular else {
            isNew = true
            let was = HeadFile(ledger: path).read()
            guard was == nil, !hasLog else { throw .gone(path: path, was: was?.seq) }
            return
        }
        isNew = false
        guard !status.isFolder else {
            throw .unusable(path: path, why: "it is a folder: let store.path name a file in it")
        }
        guard status.isRegular else { throw .unusable(path: path, why: "it is not a file") }
        guard access(path, R_OK | W_OK) == 0 else {
            throw .unusable(
                path: path,
                why: "\(Self.who) may not write it, which belongs to user \(status.owner) with mode"
                    + " \(String(status.mode, radix: 8)): chown it, or start as that user")
        }
        try Self.checkHeader(of: path, size: hasLog ? nil : status.size)
    }

    private static func number(_ bytes: Data) -> Int64 {
        bytes.reduce(0) { $0 << 8 | Int64($1) }
    }

    private static var who: String { "user \(geteuid())" }

    /// Checks that files can be made beside the ledger, as SQLite does and we do.
    static func checkFolder(of path: String) throws(LedgerError) {
        let folder = DurableFile.folder(of: path)
        guard let status = FileStatus(folder) else {
            throw .unusable(path: path, why: "there is no folder \(folder): make it")
        }
        guard status.isFolder else {
            throw .unusable(path: path, why: "\(folder) is not a folder")
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            let cause = errno
            let why =
                cause == EROFS
                ? "its disk can only be read: mount it for writing"
                : "\(who) may not write to the folder \(folder), which belongs to user \(status.owner)"
                    + " with mode \(String(status.mode, radix: 8)): chown it, or start as that user"
            throw .unusable(path: path, why: why)
        }
    }

    /// - Parameter size: the file's size, which must be that of its pages; nil if a log holds some.
    /// Source: SQLite, "Database File Format", section 1.3.
    private static func checkHeader(of path: String, size: Int64?) throws(LedgerError) {
        guard let file = FileHandle(forReadingAtPath: path),
            let header = try? file.read(upToCount: 100)
        else { throw .unusable(path: path, why: "it cannot be read") }
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .damaged(path: path, why: "it does not begin as a ledger does")
        }
        let application = number(header[68..<72])
        guard application == 0 || application == Int64(LedgerConnection.applicationID) else {
            throw .unusable(path: path, why: "it belongs to another program")
        }
        // SQLite takes what is missing of the last page for zeros.
        let page = number(header[16..<18]) == 1 ? 65_536 : number(header[16..<18])
        guard let size, page > 0 else { return }
        guard size % page == 0, size >= page * number(header[28..<32]) else {
            throw .damaged(path: path, why: "its end is cut off")
        }
    }
}
