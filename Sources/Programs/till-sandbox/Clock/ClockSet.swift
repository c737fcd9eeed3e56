// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes

/// `till-sandbox clock set 2026-03-02T00:10:00Z`
struct ClockSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Move the sandbox's time on to a moment; it never goes back.")

    @Argument(help: "The moment: 2026-03-02T00:10:00Z.")
    var moment: String
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let clock: ControlClock = try await server.client().call(
            .post, "/sandbox/clock", ["to": moment], patience: .seconds(600))
        try output.show(clock, "\(clock.now)  \(clock.notifies) notifies sent")
    }
}
