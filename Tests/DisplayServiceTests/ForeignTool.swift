// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs programs that other people wrote, to judge what this package made.
enum ForeignTool {
    /// Runs a program and returns what it wrote to its standard output.
    ///
    /// - Throws: if it cannot be started or does not end with 0.
    static func run(_ name: String, _ arguments: [String]) throws -> Data {
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
    static func codes(in file: URL) throws -> [String] {
        let output = try run("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path])
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    struct Failure: Error {
        let tool: String
        let status: Int32
    }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "tilld-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that is left behind harms nobody.
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file into the folder.
    func file(_ name: String, _ bytes: [UInt8]) throws -> URL {
        let file = url.appending(path: name)
        try Data(bytes).write(to: file)
        return file
    }
}
