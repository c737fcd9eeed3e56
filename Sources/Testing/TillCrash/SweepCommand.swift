// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-crash sweep`
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Kill it at every call of a sale, a cancel, a refund, a stop and a recovery.")

    @Option(help: "sale, cancel, refund, reprint, stop, recovery; all of them if left out.")
    var scene: [String] = []
    @Option(help: "Every Nth call only.")
    var stride = 1
    @Option(help: "The first call.")
    var first = 1
    @Option(help: "safe: the power stays. honest: it fails with every kill. lying, late: and the disk is a bad one.")
    var disk = Disks.honest
    @Flag(help: "Kill before the call only, not in its middle or after it.")
    var beforeOnly = false

    func run() throws {
        try Programs.check()
        var total = Tally()
        let names = scene.isEmpty ? Scene.allCases.map(\.rawValue) + ["stop", "recovery"] : scene
        for action in beforeOnly ? [FaultBoard.Action.killBefore] : [.killBefore, .killHalf] {
            for name in names {
                let before = total.points
                let sweep = Sweep(action: action, disk: disk.board, stride: stride, first: first)
                switch (name, Scene(rawValue: name)) {
                case (_, let scene?): total = try sweep.run(scene, total)
                case ("stop", _): total = try sweep.runStop(total)
                case ("recovery", _): total = try sweep.runRecovery(total)
                default: throw ValidationError("there is no scene \(name)")
                }
                Tally.say(total.line("  \(name), \(action): \(total.points - before) points; so far"))
            }
        }
        try total.end("sweep, disk \(disk.rawValue)")
    }
}
