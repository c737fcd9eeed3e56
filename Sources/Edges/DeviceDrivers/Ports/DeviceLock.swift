// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A device that is taken for this process until this value is gone.
struct DeviceLock: ~Copyable {
    private let file: Descriptor
    private let mark: String?

    /// Takes a locked file over, and the file that other programs look for.
    init(file: consuming Descriptor, mark: String?) {
        self.file = file
        self.mark = mark
    }

    deinit {
        if let mark { unlink(mark) }
    }
}
