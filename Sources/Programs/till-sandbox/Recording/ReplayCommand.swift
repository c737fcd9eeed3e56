// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import SandboxAcquirer
import Signing

/// `till-sandbox replay FILE`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Play a recorded session again, and say where it comes out otherwise.",
        discussion: """
            Needs no keys, no server and no time: the recording has the requests as they were signed, their times, and the
            random numbers that were drawn. Every answer and notify is compared but for the bytes of signatures.

            Exit status: 0 all is as it was, 2 something differs.
            """)

    @Argument(help: "What \"till-sandbox serve --record\" wrote.", completion: .file())
    var file: String
    @Flag(help: "Name every exchange, not only those that differ.")
    var all = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw SandboxFault.file(file, "cannot be read: check the path and its permissions")
        }
        var lines = data.split(separator: 0x0A).map { Array($0) }[...]
        guard let start = lines.popFirst() else { throw SandboxFault.recordingLine(file, "the file is empty") }
        do {
            try play(start, lines)
        } catch let error as RecordingError {
            throw SandboxFault.recordingLine(file, error.description)
        }
    }

    private func play(_ start: [UInt8], _ lines: ArraySlice<[UInt8]>) throws {
        let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        var replay = try Replay(start, secret: secret) { try SigningKey.generateEd25519() }
        var differing = 0
        for line in lines {
            let exchange = try replay.play(line)
            if !exchange.differences.isEmpty { differing += 1 }
            guard all || !exchange.differences.isEmpty else { continue }
            try output.show(ShownReplay.Exchange(exchange), ShownReplay.text(of: exchange))
        }
        let result = differing == 0 ? "all as it was" : "\(differing) of them otherwise"
        let sum = ShownReplay.Sum(lines: lines.count, differing: differing)
        try output.show(sum, "\(lines.count) lines played: \(result)")
        if differing > 0 { throw ExitCode(2) }
    }
}
