// SPDX-License-Identifier: Apache-2.0

/// A command of ours as a page or a transcript has it.
struct ShownCommand: Hashable {
    /// The words that call it: `["till", "queue", "list"]`.
    let path: [String]
    /// Its options, without their values.
    let options: Set<String>
    /// The word behind the path, if it looks like one more command.
    let stranger: String?

    /// The commands in lines of a shell, of which a session's begin with `$ ` and go on with `> `.
    static func all(in text: String, _ tree: CommandTree) -> [ShownCommand] {
        let joined = text.replacing(#/\\?\n *> /#, with: " ")
        return joined.split(separator: "\n").flatMap { line in
            let command = line.trimmingPrefix(#/ *(\$ |# )?/#)
            // What stands in $(…) runs as well, and what it prints is a word of the line around it.
            let inner = command.matches(of: /\$\(([^()]*)\)/).map(\.1)
            let parts = command.replacing(/\$\([^()]*\)/, with: "…").split(separator: #/ \| |&&|;|>|<</#)
            return (parts + inner).compactMap { ShownCommand(String($0), tree) }
        }
    }

    /// Reads one; nil if it is none of ours.
    init?(_ text: String, _ tree: CommandTree) {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        if words.first == "sudo" { words = words.dropFirst(words.dropFirst().first == "-u" ? 3 : 1) }
        guard let program = words.popFirst(), CommandTree.programs.contains(program) else { return nil }
        var path = [program]
        while let word = words.first, tree.commands[path + [word]] != nil {
            path.append(word)
            words.removeFirst()
        }
        self.path = path
        options = Set(
            words.compactMap { word in
                word.firstMatch(of: /^[\[(]?(--[a-z][a-z-]*)/).map { String($0.1) }
            }
        ).union(words.flatMap { word in word.matches(of: /\|(--[a-z][a-z-]*)/).map { String($0.1) } })
        let isGroup = tree.commands[path].map { !$0.parts.isEmpty } ?? true
        stranger = isGroup ? words.first.flatMap { $0.wholeMatch(of: /[a-z][a-z-]*/).map { String($0.0) } } : nil
    }
}
