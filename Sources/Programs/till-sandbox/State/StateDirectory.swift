// SPDX-License-Identifier: Apache-2.0

import Foundation
import SandboxAcquirer
import Signing

/// The directory in which a sandbox keeps everything, held by one process at a time.
///
/// ```
/// lock                      held while a process works on the rest
/// address                   where the serving process listens
/// books.sqlite              the books
/// openpay-platform-key.pem  what the platform signs with, for its owner only
/// ```
struct StateDirectory: Sendable {
    /// The absolute path.
    let path: String

    /// Names a directory, which need not be there yet.
    init(_ path: String) {
        self.path = URL(fileURLWithPath: path).path
    }

    /// Where the serving process listens: "http://127.0.0.1:8471".
    var address: String? {
        guard let text = try? String(contentsOfFile: file("address"), encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first.map(String.init)
        return line.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Makes the directory when it is not there, and holds it until the lock ends; nil when another process holds it.
    func lock() throws -> FileLock? {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SandboxFault.file(path, "cannot be made: check the path and its permissions")
        }
        return try FileLock(path: file("lock"))
    }

    /// Opens the books, which hold secrets and are their owner's only; the caller holds the lock.
    func books() throws -> Books {
        let path = file("books.sqlite")
        if !FileManager.default.fileExists(atPath: path) { try SecretFile.write("", to: path) }
        return try Books(path: path)
    }

    /// The key that the platform signs with; made the first time.
    func platformKey() throws -> SigningKey {
        let path = file("openpay-platform-key.pem")
        if let text = try? String(contentsOfFile: path, encoding: .utf8) { return try SigningKey(pem: text) }
        let key = try SigningKey.generateEd25519()
        try SecretFile.write(try key.pem(), to: path)
        return key
    }

    /// Says where the serving process listens.
    func publish(address: String) throws {
        do {
            try (address + "\n").write(toFile: file("address"), atomically: true, encoding: .utf8)
        } catch {
            throw SandboxFault.file(file("address"), "cannot be written: check the disk and the permissions")
        }
    }

    /// Forgets where the serving process listened.
    func withdrawAddress() {
        // When it is gone already there is nothing to forget.
        try? FileManager.default.removeItem(atPath: file("address"))
    }

    private func file(_ name: String) -> String { path + "/" + name }
}
