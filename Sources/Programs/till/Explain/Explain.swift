// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import TillAPI
import TillClient

/// `till explain 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what happened to a sale, step by step, and where it stands.",
        discussion: """
            With --evidence, a file is written instead that the terminal signs: the sale, its
            story, its rows of the journal, and what the acquirer told, for a dispute. "till
            evidence check" says what such a file proves.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    @Option(help: "Write a signed file for a dispute.", completion: .file())
    var evidence: String?

    func run() async throws {
        let client = try daemon.client()
        if let evidence { return try await write(try await client.evidence(of: order), to: evidence) }
        let page = try await client.explanation(of: order)
        if output.isJSON {
            for sentence in page.explanation { try output.json(sentence) }
        } else {
            for line in StoryText.lines(page.explanation) { Terminal.line(line) }
        }
    }

    private func write(_ file: [UInt8], to path: String) async throws {
        do {
            try Data(file).write(to: URL(filePath: path))
        } catch {
            throw Sentence(text: "cannot write \(path): look at the path and its permissions")
        }
        if output.isJSON {
            try output.json(["file": path])
        } else {
            Terminal.line("\(path) holds the evidence: \"till evidence check \(path)\" says what it proves")
        }
    }
}
