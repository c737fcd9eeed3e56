// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A run of `till-crash`, which starts real daemons, ends them, and looks at what is left.
struct Run {
    /// 0 nothing was wrong, 1 something was, 2 the run could not be made.
    let status: Int32
    /// What it printed.
    let output: String

    /// Runs it to its end.
    init(_ arguments: String...) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "till-crash")
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: bytes, as: UTF8.self)
    }
}
