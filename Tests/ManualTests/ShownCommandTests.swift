// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct `Commands that the manual shows` {
    /// Pages that are made of the programs show nothing that these do not have.
    private static let written = Manual.pages.filter { !$0.isMade }

    /// All that a page shows: between fences, and in its lines.
    private func shown(on page: Manual.Page, _ tree: CommandTree) -> [ShownCommand] {
        let sessions = page.blocks.filter { $0.language.isEmpty || $0.language == "console" }
        return ShownCommand.all(in: sessions.map(\.text).joined(separator: "\n"), tree)
            + page.spans.filter { $0.contains(" ") }.flatMap { ShownCommand.all(in: $0, tree) }
    }

    /// What the transcripts run: the options that were given to each command.
    private static let played = CommandTree.built.map { tree in
        let sessions = Manual.transcripts.values.map { text in
            text.replacing(#/\\?\n> /#, with: " ").split(separator: "\n").filter { $0.hasPrefix("$ ") }
                .joined(separator: "\n")
        }
        return sessions.flatMap { ShownCommand.all(in: $0, tree) }
            .reduce(into: [[String]: Set<String>]()) { played, command in
                played[command.path, default: []].formUnion(command.options)
            }
    }

    @Test(arguments: written)
    func `are there, with the options that they are shown with`(page: Manual.Page) throws {
        let tree = try CommandTree.built.get()

        let commands = shown(on: page, tree)

        for command in commands {
            let words = command.path.joined(separator: " ")
            let strangers = command.options.subtracting(tree.options(of: command.path))
            #expect(command.stranger == nil, "\(page.path): \(words) \(command.stranger ?? "")")
            #expect(strangers.isEmpty, "\(page.path): \(words) \(strangers.sorted())")
        }
    }

    @Test(arguments: written)
    func `run in a transcript`(page: Manual.Page) throws {
        let tree = try CommandTree.built.get()
        let played = try Self.played.get()

        let commands = shown(on: page, tree).filter { command in
            // Words that hold other commands do nothing by themselves, but for the daemon's.
            command.path == ["tilld"] || tree.commands[command.path]?.parts.isEmpty == true
        }

        for command in commands {
            let words = command.path.joined(separator: " ")
            let given = played[command.path]
            let missing = command.options.subtracting(given ?? []).subtracting(CommandTree.everywhere)
            #expect(given != nil, "\(page.path): no transcript runs \(words)")
            #expect(given == nil || missing.isEmpty, "\(page.path): no transcript runs \(words) \(missing.sorted())")
        }
    }

    @Test func `are found where they stand`() throws {
        let tree = try CommandTree.built.get()
        let session = """
            $ till order open 12.50 --wait | cut -c1-26 && tilld check --offline
            # sudo -u tilld tilld verify --head «head»
            $ till-sandbox merchant add --state sandbox \\
            >     --out keys > tilld.yaml
            $ till webhook add http://127.0.0.1:$(cat port)/till --name erp
            till printer resolve [ORDER] --printed|--not-printed [--note TEXT]
            curl till
            """

        let commands = ShownCommand.all(in: session, tree)

        #expect(
            commands.map(\.path) == [
                ["till", "order", "open"], ["tilld", "check"], ["tilld", "verify"],
                ["till-sandbox", "merchant", "add"],
                ["till", "webhook", "add"], ["till", "printer", "resolve"],
            ])
        #expect(
            commands.map { $0.options.sorted() } == [
                ["--wait"], ["--offline"], ["--head"], ["--out", "--state"], ["--name"],
                ["--not-printed", "--note", "--printed"],
            ])
        #expect(ShownCommand("till ordre open", tree)?.stranger == "ordre")
        #expect(ShownCommand("till printer", tree)?.stranger == nil)
    }
}
