// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A command-line program that judges.
enum Tool {
    struct Result { let status: Int32, output: String }

    /// Runs a program and collects what it writes.
    static func run(_ arguments: String...) throws -> Result { try run(list: arguments) }

    /// Runs a program and collects what it writes.
    static func run(list arguments: [String]) throws -> Result {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }

    /// Makes a directory, and removes it when the work is done.
    static func inDirectory<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        return try body(directory)
    }
}
