// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `tilld display`: what can be done with displays without a daemon.
struct DisplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "display", abstract: "Look after displays while no daemon runs.",
        subcommands: [DisplayClear.self])
}
