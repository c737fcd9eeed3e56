// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till webhook add https://erp.example/till --event "order.*"`
struct WebhookAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Have an endpoint told of sales from now on.",
        discussion: """
            Prints the secret that its receiver verifies messages with; it is told this once. An \
            address of this machine or its network has to be named in the daemon's configuration, \
            webhooks.local_hosts.
            """)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "Where, such as https://erp.example/till.")
    var url: String

    @Option(help: "What people call it.")
    var name: String?

    @Option(
        name: .customLong("event"),
        help:
            "A type of events, such as order.paid, or a group, such as \"refund.*\"; as often as wanted. How sales end if not given.",
        completion: .list(EventType.known.map(\.rawValue).sorted())
    )
    var events: [String] = []

    @Option(
        help: "Begin after this event, such as e1-42, or with the \"first\"; with what comes from now on if not given.")
    var after: String?

    func run() async throws {
        let request = AddWebhookRequest(url: url, name: name, events: events.isEmpty ? nil : events, after: after)
        let added = try await daemon.client().addWebhook(request, key: key.key())
        try WebhookText.show(added, output)
    }
}
