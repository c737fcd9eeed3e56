// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes

/// `till-sandbox clock next`
struct ClockNext: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Move the sandbox's time on to what is due next: a payer, an expiry, a notify.")

    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let clock: ControlClock = try await server.client().call(
            .post, "/sandbox/clock", ["next": true], patience: .seconds(600))
        try output.show(clock, "\(clock.now)  \(clock.notifies) notifies sent")
    }
}
