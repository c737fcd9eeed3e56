// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon

/// A run of the program on a terminal whose screen is looked at while it runs.
enum WatchedRun {
    /// Runs the program, does something once a text has been seen, and gives all that the screen got.
    static func tillOnTerminal(
        _ arguments: [String], to daemon: ScriptedDaemon, until text: String, _ action: @escaping @Sendable () -> Void
    ) async throws -> String {
        let command = ([TillRun.program] + arguments).joined(separator: " ")
        let environment = [
            "TILLD_SOCKET": daemon.place, "TERM": "xterm", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        ]
        return try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(with: Result { try watch(command, environment, text, action) })
            }
        }
    }

    private static func watch(
        _ command: String, _ environment: [String: String], _ text: String, _ action: () -> Void
    ) throws -> String {
        let screen = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/script")
        process.arguments = ["-qec", command, "/dev/null"]
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
        var seen: [UInt8] = []
        var isDone = false
        while case let bytes = screen.fileHandleForReading.availableData, !bytes.isEmpty {
            seen += bytes
            if !isDone, String(decoding: seen, as: UTF8.self).contains(text) {
                isDone = true
                action()
            }
        }
        // Whatever waits for the sight of it must not wait for ever.
        if !isDone { action() }
        process.waitUntilExit()
        return String(decoding: seen, as: UTF8.self)
    }
}
