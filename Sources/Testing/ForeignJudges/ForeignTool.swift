// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Runs programs that other people wrote, to judge what this package made.
package enum ForeignTool {
    /// Runs a program and returns what it wrote to its standard output.
    ///
    /// - Throws: if it cannot be started or does not end with 0.
    package static func run(_ name: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(tool: name, status: process.terminationStatus) }
        return data
    }

    /// Reads the QR codes of a picture file with ZBar, one text each.
    package static func codes(in file: URL) throws -> [String] {
        let output = try run("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path])
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// That a program could not do what it was asked.
    package struct Failure: Error {
        /// Its name.
        package let tool: String
        /// Its exit status.
        package let status: Int32
    }
}
