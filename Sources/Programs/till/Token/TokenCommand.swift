// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till token`: who may ask over the port.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and revoke the tokens of programs.",
        discussion: """
            A token is for api.listen of the daemon's configuration. What users of the socket may do is api.peers there.
            """,
        subcommands: [TokenMake.self, TokenList.self, TokenRevoke.self]
    )
}
