// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon

/// A shell that can be asked what it would offer for a line.
enum CompletingShell: String, CaseIterable, Sendable {
    case bash, fish

    /// What a shell offers, and what is printed into the person's line meanwhile.
    struct Offer: Sendable {
        let words: [String]
        let said: String
    }

    /// Asks the shell, with the program's own script, for a line with the cursor at its end.
    func completions(of line: String, to daemon: ScriptedDaemon) async throws -> Offer {
        let made = try await TillRun.till(["--generate-completion-script", rawValue], to: daemon)
        let folder = FileManager.default.temporaryDirectory.appending(path: "till-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "script")
        try made.out.write(to: script, atomically: true, encoding: .utf8)
        let products = URL(filePath: TillRun.program).deletingLastPathComponent().path
        let run = try await TillRun.run(
            "/usr/bin/env", [rawValue] + arguments,
            [
                "PATH": "\(products):/usr/bin:/bin", "TILLD_SOCKET": daemon.place, "SCRIPT": script.path,
                "LINE": line, "HOME": folder.path,
            ], ProcessBox())
        // What fish offers has a description behind a tab.
        let words = run.lines.compactMap { $0.split(separator: "\t").first.map(String.init) }
        return Offer(words: words, said: run.err)
    }

    /// What zsh has on its screen after the key that completes was pressed behind a line, with a word in it.
    ///
    /// It completes in a line that is being edited and nowhere else, so it gets a terminal of its own; nothing is on
    /// the screen when the word did not come within twenty seconds.
    static func zshScreen(after line: String, showing word: String, to daemon: ScriptedDaemon) async throws -> String {
        let made = try await TillRun.till(["--generate-completion-script", "zsh"], to: daemon)
        let folder = FileManager.default.temporaryDirectory.appending(path: "till-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "script")
        try made.out.write(to: script, atomically: true, encoding: .utf8)
        let products = URL(filePath: TillRun.program).deletingLastPathComponent().path
        return try await TillRun.run(
            "/usr/bin/env", ["timeout", "20", "zsh", "-f", "-c", zshQuestion],
            [
                "PATH": "\(products):/usr/bin:/bin", "TILLD_SOCKET": daemon.place, "SCRIPT": script.path,
                "LINE": line, "WORD": word, "HOME": folder.path, "TERM": "dumb",
            ], ProcessBox()
        ).out
    }

    private static let zshQuestion = #"""
        zmodload zsh/zpty
        zpty ask zsh -f -i
        zpty -w ask "autoload -U compinit && compinit -D -u && source ${(q)SCRIPT} && PROMPT='> ' && print re''ady"
        zpty -r -m ask screen '*ready*'
        zpty -n -w ask "$LINE"$'\t'
        zpty -r -m ask screen "*$WORD*"
        print -r -- "$screen"
        """#

    private var arguments: [String] {
        switch self {
        case .bash: ["--norc", "--noprofile", "-c", Self.bashQuestion]
        case .fish: ["--no-config", "-c", Self.fishQuestion]
        }
    }

    /// What fish has to be told where nobody types: where the cursor stands, which is at the end of the line.
    private static let fishQuestion = #"""
        function commandline
            if string match -q -r -- '^-[a-z]*C' $argv
                string length -- (builtin commandline -t)
            else
                builtin commandline $argv
            end
        end
        source $SCRIPT
        complete -C $LINE
        """#

    /// What readline does with a line before it calls the function that a script made known.
    ///
    /// Source: Bash Reference Manual, "Programmable Completion": the words are those of the line, and the
    /// function gets the command, the word and the word before.
    private static let bashQuestion = #"""
        . "$SCRIPT"
        read -r -a COMP_WORDS <<< "$LINE"
        [[ "$LINE" == *" " ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE="$LINE" COMP_POINT=${#LINE} COMPREPLY=()
        _till till "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        for word in "${COMPREPLY[@]}"; do printf '%s\n' "$word"; done
        """#
}
