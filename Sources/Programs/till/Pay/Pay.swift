// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till pay 12.50`
struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: "Sell: open a sale, show its code, and stay until it is over.",
        discussion: """
            On a terminal, draws the code and keeps the time left and the state up to date.
            Elsewhere, and with --json, prints a line for every change.

            The first Ctrl-C cancels the sale and waits for the acquirer's answer; the second one
            ends the command and leaves the sale to the daemon.

            Exit status: 0 paid, 1 left before the end, 2 not paid or paid too late, 3 a person has
            to look, 4 the daemon is not running.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var sale: SaleOptions
    @OptionGroup var key: KeyOptions

    func run() async throws {
        // From here on a Ctrl-C is for the sale, also one that comes before the daemon answered.
        let (news, source) = AsyncStream.makeStream(of: PayNews.self)
        let interrupts = Interrupts { source.yield(.interrupted) }
        defer { interrupts.stop() }
        let client = try daemon.client()
        let currencies = try await sale.currencies(client, output)
        let flow = PayFlow(
            client: client, request: sale.request(currencies), key: try key.key(),
            cancelKey: try KeyOptions.fresh(), source: source,
            isDrawn: Terminal.isTerminal && !output.isJSON)
        throw try await flow.isDrawn
            ? flow.run(news, on: PayScreen(currencies: currencies))
            : flow.run(news, on: PayLines(output: output, currencies: currencies))
    }
}
