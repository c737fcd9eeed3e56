// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox script next paid_after:5`
struct ScriptNext: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Have the next new payments take a script, once each.")

    @Argument(help: "Words of \"till-sandbox scripts\", joined by \"+\".")
    var script: String
    @Option(help: "One merchant only.")
    var merchant: String?
    @Option(help: "How many payments take it.")
    var times = 1
    @OptionGroup var server: ServerOption

    func run() async throws {
        var body: [String: any Sendable] = ["script": try Script(script).description]
        body["times"] = times
        if let merchant { body["merchant"] = merchant }
        let scripts: ControlScripts = try await server.client().call(.post, "/sandbox/scripts", body)
        print(scripts.text)
    }
}
