// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox merchant list --state DIR`
struct MerchantList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the merchants of a sandbox.")

    @Option(help: "The sandbox's directory.")
    var state: String

    func run() async throws {
        switch try BooksAccess.open(StateDirectory(state)) {
        case .server(let client):
            let list: ControlMerchants = try await client.call(.get, "/sandbox/merchants")
            for merchant in list.merchants {
                print(merchant.id, merchant.currency, merchant.script, merchant.name, separator: "  ")
            }
        case .file(let books, _):
            for merchant in try books.merchants() {
                print(merchant.id, merchant.currency, merchant.script.description, merchant.name, separator: "  ")
            }
        }
    }
}
