// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where the programs and files are that benches need.
enum Programs {
    /// This program.
    static let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    /// The project's folder.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../..")
        .standardizedFileURL

    /// A program that is built beside this one.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it is not built.
    static func built(_ name: String) throws(BenchFault) -> String {
        let file = own.deletingLastPathComponent().appending(path: name).resolvingSymlinksInPath()
        return try existing(file.path, "build it with Scripts/bench")
    }

    /// A file of the project.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it is not there.
    static func file(_ path: String) throws(BenchFault) -> String {
        try existing(package.appending(path: path).path, "run in the project's folder")
    }

    /// The Python of the virtual environment that `Scripts/bench` makes.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if there is none.
    static func python() throws(BenchFault) -> String {
        try existing(package.appending(path: ".build-venv/bin/python").path, "start with Scripts/bench, which makes it")
    }

    private static func existing(_ path: String, _ remedy: String) throws(BenchFault) -> String {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing("there is no \(path): \(remedy)") }
        return path
    }
}
