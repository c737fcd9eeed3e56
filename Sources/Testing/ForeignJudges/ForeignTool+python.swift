// SPDX-License-Identifier: Apache-2.0

package import Foundation

extension ForeignTool {
    /// Runs a script with the Python of the virtual environment that `Scripts/test` makes.
    ///
    /// - Throws: ``Failure`` if it does not end with 0, or there is no such environment.
    package static func python(_ script: URL, _ arguments: [String]) throws -> Data {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["TILLD_TEST_VENV"].map { URL(filePath: $0) }
            ?? package.appending(path: ".build-venv")
        return try run(folder.appending(path: "bin/python").path, [script.path] + arguments)
    }
}
