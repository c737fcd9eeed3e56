// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation

/// The built program, running.
final class DaemonProcess: Sendable {
    /// The program lies beside the tests.
    static let program = URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "tilld")

    private let process = Process()
    private let errors = Pipe()

    struct Ended: Error { let errors: String }

    /// Starts it, and waits until it has said something, such as that the API is open.
    ///
    /// - Parameter before: words that stand before the program's, such as `prlimit`'s.
    init(
        _ file: String, environment: [String: String] = [:], before: [String] = [],
        until said: String = "the local API is open"
    ) async throws {
        let words = before + [Self.program.path, "run", "--config", file]
        process.executableURL = URL(filePath: before.isEmpty ? words[0] : "/usr/bin/env")
        process.arguments = before.isEmpty ? Array(words.dropFirst()) : words
        process.environment = environment
        process.standardError = errors
        try process.run()
        try await BlockingThread.run { [errors] in
            var text = ""
            while !text.contains(said) {
                let piece = errors.fileHandleForReading.availableData
                guard !piece.isEmpty else { throw Ended(errors: text) }
                text += String(decoding: piece, as: UTF8.self)
            }
        }
    }

    var id: pid_t { process.processIdentifier }

    /// Sends a signal and gives the exit status, or -1 for the end by a signal.
    @discardableResult func stop(_ signal: Int32 = SIGTERM) async throws -> Int32 {
        kill(process.processIdentifier, signal)
        return try await BlockingThread.run { [self] in
            // Whatever it still says, so that it never waits for a reader.
            _ = errors.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -1
        }
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}
