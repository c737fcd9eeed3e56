// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon

/// One run of the built program: what it printed and how it ended.
struct TillRun: Sendable {
    let status: Int32
    let isSignalled: Bool
    let out: String
    let err: String

    var lines: [String] {
        out.split(separator: "\n").map(String.init)
    }

    /// The program that the build made beside these tests.
    static let program: String = {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "till").path
    }()

    /// Runs the program against a daemon.
    static func till(
        _ arguments: [String], to daemon: ScriptedDaemon, id: ProcessBox = ProcessBox()
    ) async throws -> TillRun {
        try await run(program, arguments, ["TILLD_SOCKET": daemon.place], id)
    }

    /// Runs the program on a terminal that `script` of util-linux makes.
    static func tillOnTerminal(
        _ arguments: [String], to daemon: ScriptedDaemon, _ environment: [String: String] = [:]
    ) async throws -> TillRun {
        let command = ([program] + arguments).joined(separator: " ")
        let variables = ["TILLD_SOCKET": daemon.place, "TERM": "xterm"].merging(environment) { $1 }
        return try await run(
            "/usr/bin/script", ["-qec", command, "/dev/null"], variables, ProcessBox())
    }

    /// Runs a program on a thread of its own, so that no shared thread waits.
    static func run(
        _ program: String, _ arguments: [String], _ environment: [String: String], _ id: ProcessBox
    ) async throws -> TillRun {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(with: Result { try wait(program, arguments, environment, id) })
            }
        }
    }

    private static func wait(
        _ program: String, _ arguments: [String], _ environment: [String: String], _ id: ProcessBox
    ) throws -> TillRun {
        let (out, err) = (Pipe(), Pipe())
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment.merging(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]) {
            one, _ in one
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = out
        process.standardError = err
        try process.run()
        id.started(process.processIdentifier)
        let printed = out.fileHandleForReading.readDataToEndOfFile()
        let said = err.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return TillRun(
            status: process.terminationStatus,
            isSignalled: process.terminationReason == .uncaughtSignal,
            out: String(decoding: printed, as: UTF8.self),
            err: String(decoding: said, as: UTF8.self))
    }
}
