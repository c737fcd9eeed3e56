// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Runs programs that were not written here and gives what they say.
enum ForeignJudge {
    struct Verdict {
        let status: Int32
        let output: [UInt8]
        let complaint: String
    }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// The interpreter of the virtual environment that Scripts/test makes.
    static func python() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["TILLD_TEST_VENV"].map { URL(filePath: $0) }
            ?? root.appending(path: ".build-venv")
        let path = folder.appending(path: "bin/python").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Missing(
                description: """
                    no Python at \(path): run Scripts/test, or make it with "python3 -m venv .build-venv && \
                    .build-venv/bin/pip install http-message-signatures standardwebhooks", or set TILLD_TEST_VENV
                    """)
        }
        return path
    }

    static func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> Verdict {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (into, out, complaints) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (into, out, complaints)
        try process.run()
        try into.fileHandleForWriting.write(contentsOf: Data(input))
        try into.fileHandleForWriting.close()
        let output = try out.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try complaints.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Verdict(
            status: process.terminationStatus, output: Array(output),
            complaint: String(decoding: complaint, as: UTF8.self))
    }

    /// Asks a Python judge of the fixtures, JSON for JSON.
    static func ask(_ script: String, _ question: [String: Any]) throws -> [String: Any] {
        let verdict = try run(
            python(), [fixtures.appending(path: script).path],
            input: Array(JSONSerialization.data(withJSONObject: question)))
        guard verdict.status == 0,
            let answer = try JSONSerialization.jsonObject(with: Data(verdict.output)) as? [String: Any]
        else { throw Missing(description: "the judge \(script) failed: \(verdict.complaint)") }
        return answer
    }

    static func openssl(_ arguments: [String], input: [UInt8] = []) throws -> Verdict {
        try run("/usr/bin/env", ["openssl"] + arguments, input: input)
    }

    /// A folder for the files of one test, taken away afterwards.
    static func withFolder<Answer>(_ work: (URL) throws -> Answer) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "signing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder)
    }
}
