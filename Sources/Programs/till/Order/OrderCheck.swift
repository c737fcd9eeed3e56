// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till order check 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct OrderCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Ask the acquirer about a sale now.",
        discussion: """
            The daemon asks by itself as well; this only makes it sooner.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        let now = try await client.checkOrder(order)
        try output.show(now, currencies)
        throw ExitStatus.ofStep(now)
    }
}
