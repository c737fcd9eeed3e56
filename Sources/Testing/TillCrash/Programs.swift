// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where the programs and files are that are needed: beside this one.
enum Programs {
    /// The folder of this program.
    static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// The daemon under test.
    static var tilld: String { folder.appending(path: "tilld").path }
    /// The acquirer.
    static var sandbox: String { folder.appending(path: "till-sandbox").path }
    /// What stands between the daemon and its C library.
    static var shim: String { folder.appending(path: "libFaultShim.so").path }
    /// The profiles of printers.
    static let devices = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Devices").standardizedFileURL.path

    /// What is not there yet.
    static var missing: [String] {
        [tilld, sandbox, shim, devices].filter { !FileManager.default.fileExists(atPath: $0) }
    }
}
