// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// Small files that are whole after a power cut: the old ones or the new ones.
enum DurableFile {
    /// Puts bytes in the place of a file's, all or none, and returns when they are on the disk.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FileFault) {
        let part = "\(path).part"
        unlink(part)
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFault(part) }
        var fault: FileFault?
        if write(descriptor, bytes, bytes.count) != bytes.count || fsync(descriptor) != 0 {
            fault = FileFault(part)
        }
        Glibc.close(descriptor)
        if fault == nil { giveToOwner(ofFolder: part) }
        if fault == nil, rename(part, path) != 0 { fault = FileFault(path) }
        guard let fault else { return }
        unlink(part)
        throw fault
    }

    /// Returns when a file, or a folder's list of names, is on the disk.
    static func sync(_ path: String) throws(FileFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFault(path) }
    }

    /// Gives a file to its folder's owner: what root makes, the daemon's user must be able to use.
    static func giveToOwner(ofFolder path: String) {
        guard geteuid() == 0, let folder = FileStatus(self.folder(of: path)) else { return }
        _ = chown(path, folder.owner, folder.group)
    }

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }
}

/// What the system said about a file that could not be used.
struct FileFault: Error {
    let path: String
    let why: String

    /// Takes the reason from the call that has just failed.
    init(_ path: String) {
        self.path = path
        why = String(cString: strerror(errno))
    }
}

/// What kind of file lies at a path, and whose it is.
struct FileStatus {
    let size: Int64
    let isFolder: Bool
    let isRegular: Bool
    let owner: uid_t
    let group: gid_t
    let mode: mode_t

    /// Looks; nil if nothing is there, or the system does not say.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        size = Int64(status.st_size)
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        isRegular = status.st_mode & S_IFMT == S_IFREG
        owner = status.st_uid
        group = status.st_gid
        mode = status.st_mode & 0o7777
    }
}
