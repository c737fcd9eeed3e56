// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till events --follow`
struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Print what happened, from the daemon's journal.",
        discussion: """
            Prints the events that there are and ends; with --follow, goes on with those that
            come. An event of the type "reset" says that the journal was restored: what was read
            before it no longer counts.
            """,
        aliases: ["journal"]
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Go on with the events that come.")
    var follow = false

    @Option(help: "Start after this event, such as e1-42.")
    var after: String?

    @Option(help: "Only events of this sale.", completion: .custom(DaemonWords.orders))
    var order: String?

    func run() async throws {
        let client = try daemon.client()
        if follow {
            for try await event in client.eventFeed(after: after, order: order) { try show(event) }
            return
        }
        var last = after
        while true {
            let page = try await client.events(after: last, order: order)
            for event in page.events { try show(event) }
            // A page that does not move on would be read without end.
            guard !page.events.isEmpty, page.last != last else { return }
            last = page.last
        }
    }

    private func show(_ event: EventResource) throws {
        if output.isJSON { return try output.json(event) }
        let words = [
            event.id, event.at.text, event.type, event.order, event.entry, event.status?.rawValue,
        ]
        Terminal.line(words.compactMap(\.self).joined(separator: " "))
    }
}
