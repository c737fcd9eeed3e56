// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till health`
struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Show how the daemon and its devices do.",
        discussion: """
            Exit status: 0 all is well, 3 a person has to look, 4 the daemon is not running.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let health = try await daemon.client().health()
        if output.isJSON {
            try output.json(health)
        } else {
            for line in HealthText.block(health) { Terminal.line(line) }
        }
        if health.status != "ok" { throw ExitStatus.needsPerson }
    }
}
