// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till evidence`: files for a dispute.
struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Check files that a terminal signed.",
        subcommands: [EvidenceCheck.self]
    )
}
