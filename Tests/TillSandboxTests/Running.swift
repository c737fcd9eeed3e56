// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A serving sandbox in a directory of its own.
final class Running {
    let state: String
    let port: UInt16
    private let process = Process()
    private let output = Pipe()

    var server: String { "http://127.0.0.1:\(port)" }

    /// Starts the program and waits for its word that it is ready.
    init(state: String, more: [String] = []) throws {
        self.state = state
        port = try Listener.freePort()
        process.executableURL = Program.url
        process.arguments = ["serve", "--state", state, "--listen", "127.0.0.1:\(port)"] + more
        process.standardOutput = output
        try process.run()
        var text = ""
        while !text.contains("ready\n") {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw Failure.ended }
            text += String(decoding: piece, as: UTF8.self)
        }
    }

    enum Failure: Error { case ended, noPort }

    /// Asks the program to stop and gives its exit status.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    deinit {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
