// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till order refund 01JNA6S2K4M6P8R0T2V4X6Z8B0 5.00`
struct OrderRefund: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refund",
        abstract: "Give back part of a paid sale, or all that is left.",
        discussion: """
            Without an amount, all that is left goes back. The refund is on its way when the
            command ends; "till order show" says how far it is.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "The sale's id.", completion: .custom(DaemonWords.orders))
    var order: String

    @Argument(help: "The amount, such as 5.00; all that is left if not given.")
    var amount: String?

    @Option(help: "Why; for the shop's own books.")
    var note: String?

    func validate() throws {
        if let amount { try AmountText.check(amount) }
    }

    func run() async throws {
        let client = try daemon.client()
        let currencies = try await output.currencies(client)
        var part: AmountRequest?
        if let amount {
            // Money goes back in the currency that it came in.
            let sale = try await client.order(order)
            part = AmountRequest(decimal: amount, currency: sale.amount.currency)
        }
        let now = try await client.refundOrder(
            order, RefundRequest(amount: part, note: note), key: key.key())
        try output.show(now, currencies)
        throw ExitStatus.ofStep(now)
    }
}
