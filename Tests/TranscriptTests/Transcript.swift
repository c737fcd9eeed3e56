// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A terminal session as it is to be: commands, and below each what it prints.
///
/// ```
/// # A remark.
/// ! open shop
/// $ till order open 12.50
/// «order» code 12.50 CNY «code»
/// $ till order watch «order»
/// ⋮
/// «order» not_paid 12.50 CNY
/// [exit 2]
/// ```
///
/// `…` stands for any text of a line, a line of `⋮` for any lines, and `«name»` for a word without
/// spaces that is kept: later it stands for the same word again, in commands as well. `> ` goes on
/// with the command of the line above. A command that ends with ` &` stays, and the next one runs
/// as soon as it has printed what stands below it. `^C` presses Ctrl-C as soon as all above it is
/// there. Lines with `!` are for the stage: see ``Stage``.
struct Transcript: Sendable {
    /// One command and what it prints.
    struct Step: Sendable {
        /// Where the command stands, from 1.
        let line: Int
        /// What is run.
        let command: Command
        /// What is printed, without `[exit N]`.
        let expected: [String]
        /// What the program says at its end.
        let exit: Int32
    }

    /// What is run.
    enum Command: Sendable {
        /// A command line.
        case shell(String)
        /// A command line that goes on beside the next ones.
        case background(String)
        /// A direction for the stage.
        case stage(String)
    }

    /// All steps.
    let steps: [Step]

    /// Reads a session.
    ///
    /// - Throws: ``TranscriptError`` if it is none.
    init(_ text: String) throws {
        var steps: [Step] = []
        var open: (line: Int, command: String, output: [String])?
        func close() throws {
            if let ended = open {
                steps.append(try Self.step(ended.line, ended.command, ended.output))
            }
            open = nil
        }
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("$ ") || line.hasPrefix("! ") {
                try close()
                open = (index + 1, line, [])
            } else if line.hasPrefix("#") {
                try close()
            } else if line.hasPrefix("> "), open?.output.isEmpty == true {
                open?.command += "\n" + line.dropFirst(2)
            } else if open != nil {
                open?.output.append(line)
            } else if !line.isEmpty {
                throw TranscriptError(line: index + 1, what: "nothing was asked that prints this")
            }
        }
        try close()
        self.steps = steps
    }

    private static func step(_ line: Int, _ command: String, _ output: [String]) throws -> Step {
        var lines = output
        while lines.last?.isEmpty == true { lines.removeLast() }
        var exit: Int32 = 0
        if let last = lines.last, last.hasPrefix("[exit "), last.hasSuffix("]") {
            guard let status = Int32(last.dropFirst(6).dropLast()) else {
                throw TranscriptError(line: line, what: "\(last) has no number")
            }
            exit = status
            lines.removeLast()
        }
        let text = String(command.dropFirst(2))
        if command.hasPrefix("! ") {
            return Step(line: line, command: .stage(text), expected: [], exit: 0)
        }
        guard text.hasSuffix(" &") else {
            return Step(line: line, command: .shell(text), expected: lines, exit: exit)
        }
        return Step(
            line: line, command: .background(String(text.dropLast(2))), expected: lines, exit: 0)
    }
}
