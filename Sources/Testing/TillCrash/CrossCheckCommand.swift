// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-crash strace`
struct CrossCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strace", abstract: "Compare what the shim sees with what strace sees, and kill by strace.")

    @Option(help: "The furthest call of each kind at which strace kills.")
    var furthest = 6

    func run() throws {
        try Programs.check()
        var total = Tally()
        for count in try CrossCheck.counts() {
            Tally.say("  \(count.what): \(count.shim) by the shim, \(count.strace) by strace")
            if count.shim != count.strace {
                total.add([Violation(rule: .silence, what: "the shim misses a \(count.what)")], at: "strace")
            }
        }
        if furthest > 0 {
            total = try CrossCheck.kills(
                ["pwrite64", "fdatasync", "sendto", "connect", "write"], upTo: furthest, total)
        }
        try total.end("strace")
    }
}
