// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till token make kiosk-2 --role sale --days 365`
struct TokenMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make a token for a program.",
        discussion: """
            Prints the token, and nothing else: it is told this once, and the daemon keeps its digest
            only. Have it written where nobody else reads it:

                (umask 077; till token make kiosk-2 --role sale > kiosk-2.token)

            Roles: sale opens sales, follows and cancels them; refund gives money back and settles
            holds; report reads everything; admin may do everything.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "What it is called: small letters, digits and hyphens.")
    var name: String

    @Option(
        name: .customLong("role"), help: "What its owner may do: sale, refund, report or admin; repeatable.",
        completion: .list(TokenRole.known.map(\.rawValue)))
    var roles: [String]

    @Option(help: "Days until it ends by itself, 1 to 3650; never if not given.")
    var days: Int?

    func validate() throws {
        let known = TokenRole.known.map(\.rawValue)
        if let stranger = roles.first(where: { !known.contains($0) }) {
            throw ValidationError("\"\(stranger)\" is no role: these are: \(known.joined(separator: ", "))")
        }
        guard !roles.isEmpty else {
            throw ValidationError("a token without a role may do nothing: write --role sale")
        }
        guard Set(roles).count == roles.count else {
            throw ValidationError("a role stands there twice: write each of them once")
        }
    }

    func run() async throws {
        let made = try await daemon.client().makeToken(
            MakeTokenRequest(name: name, roles: roles.map { TokenRole(rawValue: $0) }, days: days))
        if output.isJSON { try output.json(made) } else { Terminal.line(made.secret) }
    }
}
