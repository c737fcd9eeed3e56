// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till queue release 17`
struct QueueRelease: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let held work go on.",
        discussion: """
            Releasing a sale releases all that it owes. Releasing a lane leaves held what is held by
            itself or with its sale.
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
    var why: String?

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        let page = try await client.releaseWork(
            target, ReleaseWorkRequest(why: why, by: person.name), key: key.key())
        try QueueText.show(page.rows, page.standing, currencies, output)
    }
}
