// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till token revoke kiosk-2`
struct TokenRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take a token back: from now on it is no better than any other text."
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: "The token's name, as \"till token list\" has it.", completion: .custom(DaemonWords.tokens))
    var name: String

    func run() async throws {
        let revoked = try await daemon.client().revokeToken(name)
        if output.isJSON { try output.json(revoked) } else { Terminal.line("\(revoked.name) is revoked") }
    }
}
