// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// `till head`
struct HeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "Print the last row of the journal and its hash, to be kept elsewhere.",
        discussion: """
            Whoever has such a line can prove later that the rows up to it are still the same:
            "tilld verify --head LINE".
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let head = try await daemon.client().journalHead()
        if output.isJSON { return try output.json(head) }
        Terminal.line(head.line)
    }
}
