// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import TillClient

/// Where the daemon is.
struct DaemonOptions: ParsableArguments {
    @Option(help: "The daemon's socket; TILLD_SOCKET or /run/tilld/tilld.sock if not given.")
    var socket: String?

    @Option(help: "Host and port of the daemon instead of the socket, such as 127.0.0.1:8470.")
    var address: String?

    @Option(help: "A file with the token for --address.")
    var tokenFile: String?

    func validate() throws {
        guard address == nil || socket == nil else {
            throw ValidationError("--socket and --address exclude each other: give one of them")
        }
        guard (address == nil) == (tokenFile == nil) else {
            throw ValidationError("--address and --token-file belong together: give both")
        }
    }

    /// The client of the daemon that the options name.
    func client() throws -> TillClient {
        guard let address, let tokenFile else {
            let named = ProcessInfo.processInfo.environment["TILLD_SOCKET"] ?? ""
            return try TillClient(
                socket: socket ?? (named.isEmpty ? "/run/tilld/tilld.sock" : named))
        }
        guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
            throw Sentence(
                text: "cannot read the token in \(tokenFile): look at the path and its permissions")
        }
        return try TillClient(address: address, token: String(text.prefix { !$0.isNewline }))
    }
}
