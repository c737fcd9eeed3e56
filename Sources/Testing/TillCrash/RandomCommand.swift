// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-crash random`
struct RandomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "random", abstract: "Kill it at random moments under load.")

    @Option(help: "How often.")
    var kills = 2000
    @Option(help: "Where the dice start.")
    var seed: UInt64 = 1
    @Option(help: "Kills that one shop sees.")
    var killsPerShop = 100
    @Option(help: "safe: the power stays. honest: it fails with every kill. lying, late: and the disk is a bad one.")
    var disk = Disks.safe
    @Option(help: "Clients at work.")
    var clients = 8
    @Option(help: "What happens to payments, in turn: words of till-sandbox scripts. Everything there is if left out.")
    var script: [String] = []
    @Flag(help: "Ask it to end (SIGTERM) instead of killing it: it has to end well.")
    var ask = false

    func run() throws {
        try Programs.check()
        var kills = RandomKills(kills: kills, seed: seed)
        kills.killsPerShop = killsPerShop
        kills.disk = disk.board
        kills.clients = clients
        kills.isAsked = ask
        kills.scripts = script
        let tally = try kills.run()
        try tally.end("random, disk \(disk.rawValue)")
    }
}
