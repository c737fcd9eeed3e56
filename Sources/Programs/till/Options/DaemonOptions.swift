// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import TillClient

/// Where the daemon is.
struct DaemonOptions: ParsableArguments {
    @Option(
        help: "The daemon's socket; TILLD_SOCKET or /run/tilld/tilld.sock if not given.", completion: .file())
    var socket: String?

    @Option(help: "Host and port of the daemon instead of the socket, such as 127.0.0.1:8470.")
    var address: String?

    @Option(help: "A file with the token for --address.", completion: .file())
    var tokenFile: String?

    /// Takes what a command line names.
    init() {}

    /// Takes what a command line names so far.
    init(socket: String?, address: String?, tokenFile: String?) {
        self.init()
        self.socket = socket
        self.address = address
        self.tokenFile = tokenFile
    }

    func validate() throws {
        guard address == nil || socket == nil else {
            throw ValidationError("--socket and --address exclude each other: give one of them")
        }
        guard (address == nil) == (tokenFile == nil) else {
            throw ValidationError("--address and --token-file belong together: give both")
        }
    }

    /// The client of the daemon that the options name.
    func client(patience: Patience = .standard) throws -> TillClient {
        guard let address, let tokenFile else {
            let named = ProcessInfo.processInfo.environment["TILLD_SOCKET"] ?? ""
            return try TillClient(
                socket: socket ?? (named.isEmpty ? "/run/tilld/tilld.sock" : named), patience: patience)
        }
        guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
            throw Sentence(
                text: "cannot read the token in \(tokenFile): look at the path and its permissions")
        }
        return try TillClient(address: address, token: String(text.prefix { !$0.isNewline }), patience: patience)
    }
}
