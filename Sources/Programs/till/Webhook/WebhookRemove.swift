// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till webhook remove 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct WebhookRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Tell an endpoint nothing any more, nor what still waits for it.")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(
        help: "The endpoint, as \"till webhook list\" names it.", completion: .custom(DaemonWords.webhooks))
    var id: String

    func run() async throws {
        let left = try await daemon.client().removeWebhook(id, key: key.key())
        for webhook in left {
            if output.isJSON { try output.json(webhook) } else { Terminal.line(WebhookText.line(webhook)) }
        }
    }
}
