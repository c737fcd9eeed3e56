// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a program said, and how it ended.
struct CommandResult {
    let status: Int32
    let output: String
    let errors: String

    /// The lines of its output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Runs a program to its end.
    static func of(_ program: String, _ arguments: [String]) throws -> CommandResult {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return CommandResult(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self))
    }
}
