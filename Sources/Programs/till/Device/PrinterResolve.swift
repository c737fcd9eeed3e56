// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till printer resolve 01JNA6S2K4M6P8R0T2V4X6Z8B0 --printed`
struct PrinterResolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say whether a slip in doubt came out.",
        discussion: """
            Look at the paper: the order's number stands at the top and at the bottom of a whole slip. With
            --not-printed it is printed again, and the new one says that it may be a duplicate.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(
        help: "The sale, or the hold; needed only if several slips are in doubt.",
        completion: .custom(DaemonWords.doubtfulSlips))
    var slip: String?

    @Flag(exclusivity: .exclusive, help: "Whether it is on paper, whole.")
    var answer: Answer

    @Option(help: "What you saw, in your own words; it stays in the journal.")
    var note: String?

    /// What a person says.
    enum Answer: String, EnumerableFlag {
        case printed, notPrinted
    }

    func run() async throws {
        let client = try daemon.client()
        let doubt = try await ReceiptDoubt.one(slip, client)
        let isPrinted = answer == .printed
        let settled = try await client.settleHold(
            doubt.id,
            SettleHoldRequest(
                decision: isPrinted ? "printed" : "print_again",
                note: note ?? (isPrinted ? "it came out" : "it did not come out whole")),
            key: key.key())
        if output.isJSON { try output.json(settled) } else { Terminal.line(HoldText.line(settled)) }
    }
}
