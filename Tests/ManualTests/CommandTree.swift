// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation

/// A command as its program describes it.
struct DumpedCommand: Decodable, Sendable {
    /// An argument, option or flag.
    struct Argument: Decodable, Sendable {
        struct Name: Decodable, Sendable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let shouldDisplay: Bool

        /// Its names with their dashes.
        var spellings: [String] { (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name } }
    }

    let commandName: String
    let aliases: [String]?
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [DumpedCommand]?

    /// The commands in it, without the help that every program has.
    var parts: [DumpedCommand] { (subcommands ?? []).filter { $0.commandName != "help" } }
}

/// All commands of the three programs.
struct CommandTree: Sendable {
    /// The programs.
    static let programs = ["till", "tilld", "till-sandbox"]
    /// What every program understands beside its own.
    static let everywhere: Set = ["--help", "--version", "--generate-completion-script", "--experimental-dump-help"]

    /// What the built programs say, asked once.
    static let built = Result { try CommandTree() }

    /// Every command by the words that call it.
    let commands: [[String]: DumpedCommand]

    /// Asks the built programs.
    init() throws {
        struct Dump: Decodable { let command: DumpedCommand }
        var commands: [[String]: DumpedCommand] = [:]
        func add(_ command: DumpedCommand, _ path: [String]) {
            for name in [command.commandName] + (command.aliases ?? []) { commands[path + [name]] = command }
            for part in command.parts { add(part, path + [command.commandName]) }
        }
        for program in Self.programs {
            let bytes = try ForeignTool.run("\(Manual.products)/\(program)", ["--experimental-dump-help"])
            add(try JSONDecoder().decode(Dump.self, from: bytes).command, [])
        }
        self.commands = commands
    }

    /// The commands that do something, each by the words that call it.
    var leaves: [(words: String, command: DumpedCommand)] {
        commands.filter { $0.value.parts.isEmpty && $0.key.last == $0.value.commandName }
            .map { ($0.key.joined(separator: " "), $0.value) }.sorted { $0.words < $1.words }
    }

    /// The options that can be given behind some words, those of commands below them included.
    func options(of path: [String]) -> Set<String> {
        guard let command = commands[path] else { return [] }
        let below = command.parts.flatMap { options(of: path.dropLast() + [command.commandName, $0.commandName]) }
        return Set((command.arguments ?? []).flatMap(\.spellings)).union(below).union(Self.everywhere)
    }
}
