// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till webhook rotate 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct WebhookRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Give an endpoint a new secret; for a while messages are signed with both.",
        discussion: "Prints the new secret, which is told this once. With an overlap of 0 the old one counts no more.")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(
        help: "The endpoint, as \"till webhook list\" names it.", completion: .custom(DaemonWords.webhooks))
    var id: String

    @Option(help: "For how many hours messages are signed with the old secret as well, 0 to 720; 24 if not given.")
    var overlapHours: Int64?

    func validate() throws {
        guard overlapHours.map({ (0...720).contains($0) }) ?? true else {
            throw ValidationError("--overlap-hours takes 0 to 720")
        }
    }

    func run() async throws {
        let made = try await daemon.client().rotateWebhook(
            id, RotateWebhookRequest(overlapHours: overlapHours), key: key.key())
        try WebhookText.show(made, output)
    }
}
