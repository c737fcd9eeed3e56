// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes

/// `till-sandbox clock show`
struct ClockShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the sandbox's time.")

    @OptionGroup var server: ServerOption

    func run() async throws {
        let clock: ControlClock = try await server.client().call(.get, "/sandbox/clock")
        print(clock.now + (clock.virtual ? " (stands still)" : ""))
    }
}
