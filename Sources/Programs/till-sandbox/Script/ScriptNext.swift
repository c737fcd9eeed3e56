// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox script next paid_after:5`
struct ScriptNext: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Have the next new payments take a script, once each.")

    @Argument(
        help: "A name of \"till-sandbox outcomes\", or words of \"till-sandbox scripts\", joined by \"+\".",
        completion: .list(SandboxWords.scripts))
    var script: String
    @Option(help: "One merchant only.", completion: .custom(SandboxWords.merchants))
    var merchant: String?
    @Option(help: "How many payments take it.")
    var times = 1
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var body: [String: any Sendable] = ["script": try Script(script).description]
        body["times"] = times
        if let merchant { body["merchant"] = merchant }
        let scripts: ControlScripts = try await server.client().call(.post, "/sandbox/scripts", body)
        try output.show(scripts, scripts.text)
    }
}
