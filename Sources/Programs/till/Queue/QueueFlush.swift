// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till queue flush --all`
struct QueueFlush: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flush",
        abstract: "Try what waits for its time now.",
        discussion: """
            What is held stays held. Of each account that is spared because its acquirer did not
            answer, one request goes out. Deadlines come when they come.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions
    @OptionGroup var person: PersonOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String?

    @Flag(help: "All that waits.")
    var all = false

    func validate() throws {
        guard (order == nil) == all else {
            throw ValidationError("name a sale or give --all, and not both")
        }
    }

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        let page = try await client.flushQueue(
            FlushQueueRequest(order: order, by: person.name), key: key.key())
        try QueueText.show(page.rows, page.standing, currencies, output)
    }
}
