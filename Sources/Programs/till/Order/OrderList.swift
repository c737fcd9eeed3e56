// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till order list`
struct OrderList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the sales that are not over, a line each."
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        for order in try await client.openOrders() { try output.show(order, currencies) }
    }
}
