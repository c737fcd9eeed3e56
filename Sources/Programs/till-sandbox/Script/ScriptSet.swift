// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox script set paid_after:5`
struct ScriptSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Have every new payment take a script.")

    @Argument(
        help: "A name of \"till-sandbox outcomes\", or words of \"till-sandbox scripts\", joined by \"+\".",
        completion: .list(SandboxWords.scripts))
    var script: String
    @Option(help: "One merchant only.", completion: .custom(SandboxWords.merchants))
    var merchant: String?
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var body: [String: any Sendable] = ["script": try Script(script).description]
        if let merchant { body["merchant"] = merchant }
        let scripts: ControlScripts = try await server.client().call(.put, "/sandbox/scripts", body)
        try output.show(scripts, scripts.text)
    }
}
