// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

extension Tally {
    /// Prints the line, and ends the program with 1 if anything was wrong.
    func end(_ name: String) throws {
        for text in Set(odd).sorted().prefix(10) { Tally.say("  an odd answer: \(text)") }
        Tally.say(line(name))
        if !violations.isEmpty { throw ExitCode.failure }
    }
}
