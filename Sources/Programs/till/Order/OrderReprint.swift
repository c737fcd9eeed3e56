// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till order reprint 01JNA6S2K4M6P8R0T2V4X6Z8B0`
struct OrderReprint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reprint",
        abstract: "Print a copy of the receipt.",
        discussion: """
            Every copy says on the paper which copy it is.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        let now = try await client.reprintOrder(order, key: key.key())
        try output.show(now, currencies)
        throw ExitStatus.ofStep(now)
    }
}
