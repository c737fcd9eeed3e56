// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// What a sale is made of.
struct SaleOptions: ParsableArguments {
    @Argument(help: "The amount, such as 12.50.")
    var amount: String

    @Option(
        help: "The currency, such as CNY; the terminal's own if not given.",
        completion: .custom(DaemonWords.currencies))
    var currency: String?

    @Option(help: "What is sold; the payer reads it.")
    var subject: String?

    @Option(help: "The shop's own name for the sale.")
    var reference: String?

    @Option(
        help: "The account to use; the terminal's first one if not given.", completion: .custom(DaemonWords.accounts))
    var account: String?

    @Option(name: .customLong("deadline"), help: "Seconds until the sale is given up.")
    var deadlineSeconds: Int?

    @Option(
        help: ArgumentHelp(
            "A note that comes back with the sale; repeatable.", valueName: "name=value"))
    var metadata: [String] = []

    func validate() throws {
        try AmountText.check(amount)
        if let currency { try AmountText.check(currency: currency) }
        for entry in metadata where !entry.contains("=") || entry.hasPrefix("=") {
            throw ValidationError("\"\(entry)\" is not a note: write it like table=7")
        }
    }

    /// What amounts need to be printed and sent.
    ///
    /// JSON in a currency that was given needs nothing from the daemon.
    func currencies(_ client: TillClient, _ output: OutputOptions) async throws -> Currencies {
        if output.isJSON, currency != nil { return Currencies(health: nil) }
        return Currencies(health: try await client.health())
    }

    /// The request that opens the sale.
    func request(_ currencies: Currencies) -> OpenOrderRequest {
        var notes: [String: String] = [:]
        for entry in metadata {
            let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            notes[String(parts[0])] = String(parts[1])
        }
        return OpenOrderRequest(
            amount: AmountRequest(
                decimal: amount, currency: currency ?? currencies.health?.currency ?? ""),
            subject: subject, reference: reference, account: account,
            deadlineSeconds: deadlineSeconds, metadata: notes.isEmpty ? nil : notes)
    }
}
