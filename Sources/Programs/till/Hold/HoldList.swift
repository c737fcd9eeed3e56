// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till hold list`
struct HoldList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the holds that wait for a person.",
        discussion: """
            A line has the hold, what it is about, the sale, the decisions that fit, and a
            sentence.

            Exit status: 0 nothing waits, 3 something does.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let holds = try await daemon.client().holds()
        for hold in holds {
            if output.isJSON { try output.json(hold) } else { Terminal.line(HoldText.line(hold)) }
        }
        if holds.contains(where: { $0.settled == nil }) { throw ExitStatus.needsPerson }
    }
}
