// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TillAPI

/// The file in which tokens are kept: whole after a power cut, the old one or the new one.
struct TokenFile: Sendable {
    let path: String

    /// The largest file that is read: far more than ``TokenBook/tokensMax`` need.
    private static let bytesMax = 1 << 20

    /// Why the file cannot be used.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private struct Content: Codable {
        let tokens: [TokenRecord]
    }

    /// The tokens; none if there is no file yet.
    ///
    /// - Throws: ``Fault`` if others may write it, or it is none of ours.
    func read() throws(Fault) -> [TokenRecord] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return [] }
            throw fault(String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= Self.bytesMax else {
            throw fault("it is no file of tokens")
        }
        guard facts.st_mode & 0o022 == 0 else { throw fault("others may write it: chmod 600 it and look at it") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = Glibc.read(descriptor, &buffer, buffer.count), count != 0 {
            guard count > 0, bytes.count <= Self.bytesMax else { throw fault("it cannot be read") }
            bytes += buffer[..<count]
        }
        do {
            return try WireJSON.message(Content.self, from: bytes).tokens
        } catch {
            throw fault("what stands in it was not written by tilld")
        }
    }

    /// Puts tokens in the place of those that are there, and returns when they are on the disk.
    ///
    /// - Throws: ``Fault``; then the old ones are still there.
    func replace(with tokens: [TokenRecord]) throws(Fault) {
        guard let bytes = try? WireJSON.bytes(of: Content(tokens: tokens)) else { throw fault("no JSON comes of it") }
        let part = "\(path).part"
        unlink(part)
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault(String(cString: strerror(errno))) }
        let isWritten =
            Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let cause = errno
        close(descriptor)
        guard isWritten, rename(part, path) == 0 else {
            let why = String(cString: strerror(isWritten ? errno : cause))
            unlink(part)
            throw fault(why)
        }
        syncFolder()
    }

    private func syncFolder() {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private func fault(_ why: String) -> Fault { Fault(description: "\(path): \(why)") }
}
