// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes

/// `till-sandbox clock show`
struct ClockShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the sandbox's time.")

    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let clock: ControlClock = try await server.client().call(.get, "/sandbox/clock")
        try output.show(clock, clock.now + (clock.virtual ? " (stands still)" : ""))
    }
}
