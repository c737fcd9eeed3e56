// SPDX-License-Identifier: Apache-2.0

import Glibc

/// An exclusive lock on a file that ends with the value or the process.
final class FileLock: Sendable {
    private let descriptor: CInt

    /// Takes the lock; nil when another process has it.
    ///
    /// - Throws: ``SandboxFault/file(_:_:)`` when the file cannot be opened.
    init?(path: String) throws {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SandboxFault.file(path, "cannot be opened: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
