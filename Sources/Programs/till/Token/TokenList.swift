// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till token list`
struct TokenList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tokens that have been made and not revoked.",
        discussion: """
            A line has the name, the roles, since when it is there and who made it, until when it is
            good, and the hour in which it was used last.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        for token in try await daemon.client().tokens() {
            if output.isJSON { try output.json(token) } else { Terminal.line(TokenText.line(token)) }
        }
    }
}
