// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes

/// `till-sandbox script show`
struct ScriptShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what new payments take.")

    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let scripts: ControlScripts = try await server.client().call(.get, "/sandbox/scripts")
        try output.show(scripts, scripts.text)
    }
}
