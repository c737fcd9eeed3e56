// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The option that names the sandbox to talk to.
struct ServerOption: ParsableArguments {
    @Option(help: "Where the sandbox listens.")
    var server = ControlClient.usualServer

    /// A client of that sandbox.
    func client() throws -> ControlClient { try ControlClient(server: server) }
}
