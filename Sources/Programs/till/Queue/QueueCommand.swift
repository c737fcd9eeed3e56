// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till queue`: the work that waits.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "See what the daemon still owes and why it waits, and steer it.",
        subcommands: [
            QueueList.self, QueueHold.self, QueueRelease.self, QueueFlush.self, QueueDrain.self,
        ]
    )
}
