// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till order attempt 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct OrderAttempt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attempt",
        abstract: "Ask for a new code for a sale.",
        discussion: """
            The code before it is closed. With --wait, prints a line for every change and ends when
            the sale is over, with the exit status of "till order open --wait".
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    @Option(
        help: "The account to use; the one of the code before if not given.",
        completion: .custom(DaemonWords.accounts))
    var account: String?

    @Flag(help: "Wait until the sale is over.")
    var wait = false

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        let now = try await client.newAttempt(
            order, NewAttemptRequest(account: account), key: key.key())
        try output.show(now, currencies)
        if now.status.isFinal || !wait {
            throw wait ? ExitStatus.ofSale(now) : ExitStatus.ofStep(now)
        }
        throw try await OrderFollowing.follow(client.changes(after: now), output, currencies)
    }
}
