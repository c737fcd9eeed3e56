// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillAPI
import TillClient

/// `till order open 12.50`
struct OrderOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a sale and show its code to the payer.",
        discussion: """
            Prints the sale as it stands. With --wait, prints a line for every change and ends
            when the sale is over.

            Exit status: 0 paid (without --wait: opened), 2 not paid, 3 a person has to look,
            4 the daemon is not running.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var sale: SaleOptions
    @OptionGroup var key: KeyOptions

    @Flag(help: "Wait until the sale is over.")
    var wait = false

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await sale.currencies(client, output)
        let name = try key.key()
        let opened = try await ProgressLine.during("waiting for the code") { _ in
            try await client.openOrder(sale.request(currencies), key: name, waitForCode: true)
        }
        try output.show(opened, currencies)
        if opened.status.isFinal || !wait {
            throw wait ? ExitStatus.ofSale(opened) : ExitStatus.ofStep(opened)
        }
        throw try await OrderFollowing.follow(client.changes(after: opened), output, currencies)
    }
}
