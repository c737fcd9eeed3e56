// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import Manners

/// `till-sandbox clock advance 10s`
struct ClockAdvance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advance", abstract: "Move the sandbox's time on, step by step through all that is due.")

    @Argument(help: "How far: 250ms, 10s, 5m, 2h, 1d or 1h30m.")
    var time: String
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard let milliseconds = TimeSpan.milliseconds(time) else { throw SandboxFault.badDuration(time) }
        let client = try server.client()
        let clock: ControlClock = try await ProgressLine.during("moving the time on") { _ in
            try await client.call(
                .post, "/sandbox/clock", ["advance_ms": milliseconds], patience: .seconds(600))
        }
        try output.show(clock, "\(clock.now)  \(clock.notifies) notifies sent")
    }
}
