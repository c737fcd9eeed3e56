// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes

/// `till-sandbox script clear`
struct ScriptClear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Forget the scripts that were meant for the next payments.")

    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let scripts: ControlScripts = try await server.client().call(.delete, "/sandbox/scripts")
        try output.show(scripts, scripts.text)
    }
}
