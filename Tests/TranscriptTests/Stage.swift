// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Carries a transcript out in a shop.
///
/// The directions are: `set up shop`, `start sandbox`, `start tilld`, `open shop` for all three,
/// `stop sandbox`, `stop tilld`, `kill -9 tilld`.
struct Stage {
    /// The shop.
    let shop: Shop
    private var words: [String: String] = [:]

    /// Takes a shop in which nothing runs.
    init(_ shop: Shop) { self.shop = shop }

    /// Carries out all steps.
    ///
    /// - Throws: ``TranscriptError`` for the first one that goes otherwise.
    mutating func play(_ transcript: Transcript) throws {
        for step in transcript.steps {
            do {
                try play(step)
            } catch let error as TranscriptError where error.line == 0 {
                throw TranscriptError(line: step.line, what: error.what)
            }
        }
    }

    private mutating func play(_ step: Transcript.Step) throws {
        switch step.command {
        case .stage(let direction): try direct(direction)
        case .background(let command):
            let filled = Pattern.filled(command, words)
            let name = filled.hasPrefix("till-sandbox") ? "sandbox" : "tilld"
            try waitFor(step.expected, of: try shop.start(name, filled), step)
        case .shell(let command) where command.hasPrefix("export "):
            let parts = command.dropFirst(7).split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw mismatch(step, "", "this exports nothing") }
            shop.export(parts[0], parts[1])
        case .shell(let command): try run(Pattern.filled(command, words), step)
        }
    }

    private mutating func run(_ command: String, _ step: Transcript.Step) throws {
        let parts = step.expected.split(separator: "^C", omittingEmptySubsequences: false)
        // A shell in between would be ended by the Ctrl-C that is meant for the program.
        let process = try shop.start(parts.count > 1 ? "exec \(command)" : command)
        defer { process.end(SIGKILL) }
        for count in 1..<max(parts.count, 1) {
            try waitFor(Array(parts[..<count].joined()), of: process, step)
            process.signal(SIGINT)
        }
        guard process.wait(Shop.limit, until: { $1 != nil }) else {
            throw mismatch(step, process.output, "it has not ended within 30 seconds")
        }
        let expected = Array(parts.joined())
        guard let found = Pattern(expected).match(lines(process.output), words) else {
            throw mismatch(step, process.output, "it printed something else")
        }
        words = found
        if step.expected.last != "^C", process.exit != step.exit {
            throw mismatch(step, process.output, "it ended with \(process.exit ?? -1), not \(step.exit)")
        }
    }

    /// Waits until a program that goes on has printed some lines.
    private mutating func waitFor(
        _ expected: [String], of process: ChildProcess, _ step: Transcript.Step
    ) throws {
        let words = words
        var found: [String: String]?
        let isThere = process.wait(Shop.limit) { output, _ in
            found = Pattern(expected).match(lines(output), words)
            return found != nil
        }
        guard isThere, let found else {
            throw mismatch(step, process.output, "it did not print what is expected")
        }
        self.words = found
    }

    private func direct(_ direction: String) throws {
        switch direction {
        case "open shop":
            try setUp()
            try startSandbox()
            try startDaemon()
        case "set up shop": try setUp()
        case "start sandbox": try startSandbox()
        case "start tilld": try startDaemon()
        case "stop sandbox": try shop.end("sandbox")
        case "stop tilld": try shop.end("tilld")
        case "kill -9 tilld": try shop.end("tilld", SIGKILL)
        default: throw TranscriptError(line: 0, what: "nobody knows how to \(direction)")
        }
    }

    private func setUp() throws {
        let shared = try Transcripts.text(of: "shop.yaml")
        try shop.write(shared, to: "tilld.yaml")
        let add = try shop.start(
            """
            mkdir frames && till-sandbox merchant add --state sandbox --name "Corner Tea" \
            --currency CNY --id M-42 --out keys --gateway http://127.0.0.1:8471/v1 >> tilld.yaml
            """)
        guard add.wait(Shop.limit, until: { $1 == 0 }) else {
            add.end(SIGKILL)
            throw TranscriptError(line: 0, what: "the merchant was not added: \(add.output)")
        }
    }

    private func startSandbox() throws {
        let sandbox = try shop.start("sandbox", "till-sandbox serve --state sandbox")
        guard sandbox.wait(Shop.limit, until: { output, _ in output.contains("\nready\n") }) else {
            throw TranscriptError(line: 0, what: "the sandbox did not start")
        }
    }

    private func startDaemon() throws {
        let daemon = try shop.start("tilld", "tilld --config tilld.yaml")
        let isUp = daemon.wait(Shop.limit) { output, _ in
            output.contains("the local API is open")
                && output.contains("acquirers can notify us")
        }
        guard isUp else { throw TranscriptError(line: 0, what: "tilld did not start") }
    }

    private func lines(_ output: String) -> [String] {
        // Swift takes the two ends of a line of HTTP for one character.
        let text = shop.usual(output).replacing("\r\n", with: "\n")
        var lines = text.components(separatedBy: "\n").map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private func mismatch(_ step: Transcript.Step, _ output: String, _ what: String)
        -> TranscriptError
    {
        TranscriptError(
            line: step.line,
            what: """
                \(step.command): \(what)
                --- expected
                \(step.expected.joined(separator: "\n"))
                [exit \(step.exit)]
                --- printed
                \(lines(output).joined(separator: "\n"))
                --- words
                \(words.sorted { $0.key < $1.key }.map { "«\($0.key)» \($0.value)" }.joined(separator: "\n"))
                """)
    }
}
