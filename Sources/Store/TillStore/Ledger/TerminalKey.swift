// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Signing

/// The terminal's own Ed25519 key, with which it signs what it hands out as evidence.
///
/// It is made once and lies in a file of its own beside the ledger, so that a copy of the ledger
/// does not give it away.
package struct TerminalKey: Sendable {
    private let key: SigningKey
    /// The 32 bytes of the public half.
    package let publicBytes: [UInt8]
    /// The public half as SubjectPublicKeyInfo in PEM.
    package let publicPEM: String

    /// Where the key of a ledger lies if nothing else is configured.
    package static func usualPath(ledger path: String) -> String { "\(path).key" }

    private init(_ key: SigningKey, path: String) throws(TerminalKeyError) {
        guard let bytes = key.verifyingKey.ed25519Bytes, let pem = try? key.verifyingKey.pem() else {
            throw .unusable(path: path, why: "it is no Ed25519 key")
        }
        self.key = key
        publicBytes = bytes
        publicPEM = pem
    }

    /// Reads the key; nil if there is none yet.
    ///
    /// - Throws: ``TerminalKeyError`` if others may read it, or it is no such key.
    package static func read(_ path: String) throws(TerminalKeyError) -> TerminalKey? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .of(errno, path: path)
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= bytesMax else {
            throw .unusable(path: path, why: "it is no key file")
        }
        guard facts.st_mode & 0o077 == 0 else { throw .readByOthers(path: path) }
        var bytes = [UInt8](repeating: 0, count: bytesMax)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .of(errno, path: path) }
        guard count > 0 else { throw .unusable(path: path, why: "it is empty") }
        let key: SigningKey
        do throws(SigningError) {
            key = try SigningKey(pem: String(decoding: bytes.prefix(count), as: UTF8.self))
        } catch {
            // What stands in the file is not repeated.
            throw .unusable(path: path, why: "it is no private key in PEM")
        }
        return try TerminalKey(key, path: path)
    }

    /// Reads the key, or makes it the first time.
    ///
    /// - Throws: ``TerminalKeyError``.
    package static func readOrMake(_ path: String) throws(TerminalKeyError) -> TerminalKey {
        if let key = try read(path) { return key }
        let text: String
        do throws(SigningError) {
            text = try SigningKey.generateEd25519().pem()
        } catch {
            throw .unusable(path: path, why: "\(error)")
        }
        // Linked into place when it is whole: a power cut leaves all of it or nothing.
        let draft = "\(path).new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .of(errno, path: path) }
        let bytes = Array(text.utf8)
        let fault = save(bytes, in: descriptor)
        close(descriptor)
        if let fault { throw .of(fault, path: path) }
        guard rename(draft, path) == 0 else { throw .of(errno, path: path) }
        try syncFolder(of: path)
        guard let key = try read(path) else { throw .unusable(path: path, why: "it is gone again") }
        return key
    }

    /// Signs a message.
    ///
    /// - Throws: `SigningError` if the library fails.
    package func sign(_ message: [UInt8]) throws -> [UInt8] { try key.sign(message, with: .ed25519) }

    /// The largest key file that makes sense.
    private static let bytesMax = 4096

    /// Writes and syncs; the error's number if that fails.
    private static func save(_ bytes: [UInt8], in descriptor: Int32) -> Int32? {
        let count = Glibc.write(descriptor, bytes, bytes.count)
        guard count >= 0 else { return errno }
        // What was cut off found no room.
        guard count == bytes.count else { return ENOSPC }
        return fsync(descriptor) == 0 ? nil : errno
    }

    private static func syncFolder(of path: String) throws(TerminalKeyError) {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .of(errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .of(errno, path: path) }
    }
}

extension TerminalKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the key.
    package var description: String { "the terminal's key" }
    /// Nothing of the key.
    package var debugDescription: String { description }
    /// Nothing of the key, so that no dump shows it.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why the terminal's key cannot be used.
package enum TerminalKeyError: Error, Sendable, Hashable {
    /// The file cannot be read or made, or is none.
    case unusable(path: String, why: String)
    /// Others may read the file.
    case readByOthers(path: String)
    /// The disk or the system would not, now: the file itself may be as it should.
    case outOfReach(path: String, why: String)

    /// What a failed call says of the key's file.
    static func of(_ number: Int32, path: String) -> TerminalKeyError {
        let why = String(cString: strerror(number))
        return switch number {
        case EIO, ENOSPC, EDQUOT, EROFS, EMFILE, ENFILE, ENOMEM: .outOfReach(path: path, why: why)
        default: .unusable(path: path, why: why)
        }
    }
}

extension TerminalKeyError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .unusable(let path, let why):
            "cannot use the terminal's key \(path): \(why): look at store.key_file, or move the file away and a new one is made"
        case .readByOthers(let path): "the terminal's key can be read by others: chmod 600 \(path)"
        case .outOfReach(let path, let why):
            "cannot read or make the terminal's key \(path): \(why): look at the disk and at the limits of the service"
        }
    }
}
