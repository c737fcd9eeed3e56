// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till webhook redeliver 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct WebhookRedeliver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redeliver",
        abstract: "Have an endpoint told again: what it did not take, one event, or all after one.",
        discussion: """
            Also an endpoint that was stopped is told again. Messages keep their ids, so that a \
            receiver that took one knows it.
            """)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(
        help: "The endpoint, as \"till webhook list\" names it.", completion: .custom(DaemonWords.webhooks))
    var id: String

    @Option(help: "This event alone, such as e1-42, whether it was taken or not.")
    var message: String?

    @Option(help: "All events of interest after this one, or from the \"first\" on.")
    var after: String?

    func validate() throws {
        guard message == nil || after == nil else {
            throw ValidationError("--message and --after exclude each other: give one of them")
        }
    }

    func run() async throws {
        let webhook = try await daemon.client().redeliver(
            id, RedeliverRequest(message: message, after: after), key: key.key())
        if output.isJSON { try output.json(webhook) } else { Terminal.line(WebhookText.line(webhook)) }
    }
}
