// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SandboxAcquirer

/// `till-sandbox outcomes`
struct OutcomesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes", abstract: "List the ways a sale can go, each with its name, its amount and its end.",
        discussion: """
            A sale of the amount at the left goes that way, with every merchant: 900.01 where a currency has two decimals. So
            does a new payment whose request has the field "Sandbox-Outcome: NAME", and one that takes the name out of
            "till-sandbox script next NAME", "script set NAME" or a file of "serve --scripts FILE".
            """)

    @Argument(help: "One outcome only.")
    var name: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        for outcome in try chosen() {
            let shown = ShownOutcome(outcome)
            try output.show(shown, name == nil ? shown.line : shown.text)
        }
    }

    private func chosen() throws -> [SaleOutcome] {
        guard let name else { return SaleOutcome.all }
        guard let outcome = SaleOutcome(named: name) else { throw SandboxFault.refused(SaleOutcome.unknown(name)) }
        return [outcome]
    }
}
