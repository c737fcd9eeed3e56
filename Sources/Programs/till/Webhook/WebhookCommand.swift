// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till webhook`: the shop's own systems that are told of sales.
struct WebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook",
        abstract: "Have the shop's own systems told of sales, and see how that goes.",
        subcommands: [
            WebhookAdd.self, WebhookList.self, WebhookTest.self, WebhookRedeliver.self, WebhookRotate.self,
            WebhookRemove.self, WebhookVerify.self,
        ])
}
