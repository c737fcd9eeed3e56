// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where a test's ledger lies: a path that is free, whose files go when the test ends.
package final class LedgerFile: Sendable {
    /// The path; nothing is there yet.
    package let path = FileManager.default.temporaryDirectory.appending(path: "till-\(UUID().uuidString).sqlite").path

    package init() {}

    deinit {
        for suffix in ["", "-wal", "-shm", ".lock", ".head", ".ballast"] {
            // A file that is not there need not be removed.
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}
