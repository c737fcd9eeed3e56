// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till hold settle 01JNA6W7S9T1V3X5Z7B9D1F3H5 give_back --note "payer has left"`
struct HoldSettle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Decide a hold with one of the decisions that it offers."
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "The hold's id.", completion: .custom(DaemonWords.holds))
    var hold: String

    @Argument(
        help: "The decision, as \"till hold list\" names it.", completion: .custom(DaemonWords.decisions))
    var decision: String

    @Option(help: "Why, in your own words; it stays in the journal.")
    var note: String

    func run() async throws {
        let settled = try await daemon.client().settleHold(
            hold, SettleHoldRequest(decision: decision, note: note), key: key.key())
        if output.isJSON { try output.json(settled) } else { Terminal.line(HoldText.line(settled)) }
    }
}
