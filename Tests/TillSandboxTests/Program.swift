// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The built program, as a person runs it.
enum Program {
    struct Result { let status: Int32, output: String, errors: String }

    /// The program lies beside the tests.
    static let url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("till-sandbox")

    /// Runs a command to its end.
    static func run(_ arguments: String...) throws -> Result { try run(url, arguments) }

    /// Runs a program to its end.
    static func run(_ program: URL, _ arguments: [String]) throws -> Result {
        let process = Process()
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaint, as: UTF8.self))
    }
}
