// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till order watch 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct OrderWatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Follow a sale until it is over.",
        discussion: """
            Prints the sale as it stands, and then a line for every change.

            Exit status: 0 paid, 2 not paid, 3 a person has to look.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        throw try await OrderFollowing.follow(client.changes(of: order), output, currencies)
    }
}
