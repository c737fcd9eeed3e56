// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till display health`
struct DisplayHealth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Say how well codes can be read from the customer screens.",
        discussion: """
            A code is read back from its picture before it is shown, and compared with the screen's memory while
            it is up, where that can be read. Before the first sale a sample tells how large codes are.

            \(DeviceList.statuses)
            """)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let displays = try await daemon.client().displays()
        for display in displays {
            if output.isJSON {
                try output.json(display)
            } else {
                for line in DisplayText.block(display) { Terminal.line(line) }
            }
        }
        if displays.contains(where: { $0.state != "ok" }) { throw ExitStatus.needsPerson }
    }
}
