// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A path in a folder of its own, which goes with it.
final class TemporaryPath: Sendable {
    private let folder: URL
    let text: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tilld-fuzz-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        text = folder.appending(path: "last").path
    }

    deinit {
        // A folder that is left behind harms nobody.
        try? FileManager.default.removeItem(at: folder)
    }

    /// What the file holds; nil if it is not there.
    func content() -> [UInt8]? { FileManager.default.contents(atPath: text).map(Array.init) }
}
