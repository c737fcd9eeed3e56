// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-crash shared`
struct SharedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shared", abstract: "Let the sync fail of a COMMIT that eight clients wait for.")

    @Option(help: "How often.")
    var rounds = 10
    @Option(help: "Clients that share it.")
    var clients = 8
    @Flag(help: "Let it not fail: then answers have to be noticed.")
    var unfailing = false

    /// Rounds of one shop: its log stays shorter than what SQLite moves into the file, which syncs the log for itself.
    private static let roundsOfShop = 10

    func run() throws {
        try Programs.check()
        let shared = SharedCommit(clients: clients, fails: !unfailing)
        var tally = Tally()
        var saved = 0
        var took: Duration = .zero
        for first in stride(from: 1, through: rounds, by: Self.roundsOfShop) {
            let stage = try Stage("shared", disk: .safe, seed: 1, tally)
            do {
                for round in first..<min(first + Self.roundsOfShop, rounds + 1) {
                    let outcome = try shared.play(stage, round)
                    saved += outcome.saved
                    took = max(took, outcome.took)
                }
                try stage.close()
            } catch {
                stage.shop.close(keeping: true)
                throw error
            }
            tally = stage.tally
        }
        Tally.say(
            "  of \(rounds * clients) sales whose COMMIT failed, \(saved) were saved; the end came within \(took.milliseconds) ms"
        )
        try tally.end("shared COMMIT")
    }
}
