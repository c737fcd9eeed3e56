// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillAPI
import TillClient

/// `till display test payer`
struct DisplayTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Show a picture on a customer screen that tells whether it is set up right.",
        discussion: """
            It stays for 20 seconds, and gives way to a sale at once. It has marks in its corners, colours, greys, and a
            code that pays nothing.

            Exit status: 0 it is shown, 3 it is not, or a sale has the screen, 4 the daemon is not running.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: "The screen's name in the configuration; needed only if there are several.",
        completion: .custom(DaemonWords.displays))
    var display: String?

    func run() async throws {
        let client = try daemon.client()
        let name = try await name(among: client.displays())
        let outcome = try await ProgressLine.during("showing the test picture on \(name)") { _ in
            try await client.testDisplay(name)
        }
        if output.isJSON {
            try output.json(outcome)
        } else {
            for line in DisplayText.lines(outcome) { Terminal.line(line) }
        }
        if outcome.result != "shown" { throw ExitStatus.needsPerson }
    }

    private func name(among all: [DisplayResource]) throws -> String {
        let names = all.map(\.id).joined(separator: ", ")
        guard let first = all.first else { throw Sentence(text: "no customer screen is configured") }
        guard let display else {
            guard all.count == 1 else {
                throw Sentence(text: "there are several customer screens: name one of \(names)")
            }
            return first.id
        }
        guard all.contains(where: { $0.id == display }) else {
            throw Sentence(text: "there is no customer screen \"\(display)\": these are: \(names)")
        }
        return display
    }
}
