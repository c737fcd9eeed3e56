// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till order show 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct OrderShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything about a sale."
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        let now = try await client.order(order)
        if output.isJSON { return try output.json(now) }
        for line in OrderText.block(now, currencies) { Terminal.line(line) }
    }
}
