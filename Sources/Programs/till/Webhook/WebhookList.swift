// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till webhook list`
struct WebhookList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the endpoints and how they do, or what waits for one of them.",
        discussion: """
            Exit status: 0 all of them do well, 3 a person has to look, 4 the daemon is not running.
            """)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: "An endpoint whose messages are listed that wait or were given up.",
        completion: .custom(DaemonWords.webhooks))
    var id: String?

    func run() async throws {
        let client = try daemon.client()
        if let id { return try await listDeliveries(to: id, client) }
        let webhooks = try await client.webhooks()
        for webhook in webhooks {
            if output.isJSON { try output.json(webhook) } else { Terminal.line(WebhookText.line(webhook)) }
        }
        if webhooks.contains(where: \.state.needsPerson) { throw ExitStatus.needsPerson }
    }

    private func listDeliveries(to id: String, _ client: TillClient) async throws {
        var last: String?
        var hasDead = false
        while true {
            let page = try await client.webhookDeliveries(id, after: last)
            for delivery in page.deliveries {
                if output.isJSON { try output.json(delivery) } else { Terminal.line(WebhookText.line(delivery)) }
                hasDead = hasDead || delivery.isDead
            }
            // A page that does not move on would be read without end.
            guard !page.deliveries.isEmpty, page.last != last else { break }
            last = page.last
        }
        if hasDead { throw ExitStatus.needsPerson }
    }
}
