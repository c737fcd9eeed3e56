// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A folder that is gone when the test is over.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let url: URL

    /// Where it is, as a path.
    package var path: String { url.path }

    /// Makes it.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "tilld-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that is left behind harms nobody.
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file into the folder.
    package func file(_ name: String, _ bytes: [UInt8]) throws -> URL {
        let file = url.appending(path: name)
        try Data(bytes).write(to: file)
        return file
    }
}
