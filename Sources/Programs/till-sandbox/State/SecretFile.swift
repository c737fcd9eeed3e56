// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// Files that only their owner may read.
enum SecretFile {
    /// Writes a new file with mode 0600, and through to the disk.
    ///
    /// - Throws: ``SandboxFault/exists(_:)`` when it is there already, ``SandboxFault/file(_:_:)`` when it cannot be written.
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            guard errno != EEXIST else { throw SandboxFault.exists(path) }
            throw SandboxFault.file(path, "cannot be written: \(String(cString: strerror(errno)))")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
        } catch {
            throw SandboxFault.file(path, "cannot be written: check the disk")
        }
    }
}
