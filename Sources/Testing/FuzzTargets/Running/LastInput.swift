// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file that always holds the input which is being tried: a trap ends the process and leaves it.
package struct LastInput: ~Copyable {
    /// Where it is.
    package let path: String
    private let descriptor: Int32

    /// Creates the file, or empties it.
    package init(path: String) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    }

    /// Replaces what it holds.
    package func keep(_ input: [UInt8]) {
        ftruncate(descriptor, 0)
        pwrite(descriptor, input, input.count, 0)
    }

    /// Removes the file, since nothing trapped.
    deinit {
        close(descriptor)
        unlink(path)
    }
}
