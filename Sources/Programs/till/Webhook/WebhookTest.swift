// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillAPI
import TillClient

/// `till webhook test 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct WebhookTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Send a trial to an endpoint now, and say what it answers.",
        discussion: "Exit status: 0 it was taken, 1 it was not.")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: "The endpoint, as \"till webhook list\" names it.", completion: .custom(DaemonWords.webhooks))
    var id: String

    func run() async throws {
        let client = try daemon.client()
        let result = try await ProgressLine.during("waiting for its answer") { _ in try await client.testWebhook(id) }
        if output.isJSON {
            try output.json(result)
        } else {
            let verdict = result.isDelivered ? "taken" : "not taken"
            Terminal.line("\(result.webhook)  \(verdict): \(result.detail), after \(result.milliseconds) ms")
        }
        if !result.isDelivered { throw ExitCode.failure }
    }
}
