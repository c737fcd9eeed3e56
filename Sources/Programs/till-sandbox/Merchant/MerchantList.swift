// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox merchant list --state DIR`
struct MerchantList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the merchants of a sandbox.")

    @Option(help: "The sandbox's directory.", completion: .directory)
    var state: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        switch try BooksAccess.open(StateDirectory(state)) {
        case .server(let client):
            let list: ControlMerchants = try await client.call(.get, "/sandbox/merchants")
            for merchant in list.merchants { try show(merchant) }
        case .file(let books, _):
            for merchant in try books.merchants() {
                try show(
                    ControlMerchant(
                        id: merchant.id, name: merchant.name, currency: merchant.currency,
                        script: merchant.script.description))
            }
        }
    }

    private func show(_ merchant: ControlMerchant) throws {
        let words = [merchant.id, merchant.currency, merchant.script, merchant.name]
        try output.show(merchant, words.joined(separator: "  "))
    }
}
