// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till queue hold 17 --why "the acquirer works on its line"`
struct QueueHold: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Hold work back: nobody does it until it is released.",
        discussion: """
            A sale or a lane is held with what comes to it later. Deadlines are never held. What is
            under way is done to its end. While its work is held, the daemon does not ask the
            acquirer about a sale: the sale stays open, and money may move unseen.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions
    @OptionGroup var person: PersonOptions

    @Argument(
        help: "A row of \"till queue list\", a sale's id, or a lane: provider or print.",
        completion: .custom(DaemonWords.work))
    var target: String

    @Option(help: "Why, in your own words; it stays in the journal.")
    var why: String

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        let page = try await client.holdWork(
            target, HoldWorkRequest(why: why, by: person.name), key: key.key())
        try QueueText.show(page.rows, page.standing, currencies, output)
    }
}
