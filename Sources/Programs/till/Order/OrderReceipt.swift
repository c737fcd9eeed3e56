// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import TillAPI
import TillClient

/// `till order receipt 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct OrderReceipt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Show the receipt of a sale, as text or as a PNG picture.",
        discussion: """
            Nothing is printed on paper; that is "till order reprint". A picture does not go to
            a terminal: name a file with --output.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    @Option(help: "text or png.", completion: .list(["text", "png"]), transform: Self.format)
    var format: ReceiptFormat = .text

    @Option(
        name: .customLong("output"), help: "A file to write to instead of standard output.", completion: .file())
    var file: String?

    private static func format(_ word: String) throws -> ReceiptFormat {
        guard let format = ReceiptFormat(rawValue: word) else {
            throw ValidationError("\"\(word)\" is not a form of a receipt: give text or png")
        }
        return format
    }

    func validate() throws {
        if format == .png, file == nil, !output.isJSON, Terminal.isTerminal {
            throw ValidationError("a picture does not go to a terminal: name a file with --output")
        }
    }

    func run() async throws {
        let client = try daemon.client()
        let slip = try await client.receipt(of: order, as: format)
        if let file {
            do {
                try Data(slip).write(to: URL(filePath: file))
            } catch {
                throw Sentence(text: "cannot write \(file): look at the path and its permissions")
            }
        } else if output.isJSON {
            try output.json(ReceiptLine(order: order, format: format, slip: slip))
        } else if format == .png {
            Terminal.write(slip)
        } else {
            for line in String(decoding: slip, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            {
                Terminal.line(String(line))
            }
        }
    }
}
