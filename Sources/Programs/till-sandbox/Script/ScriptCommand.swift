// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-sandbox script …`
struct ScriptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "script", abstract: "Choose what happens to new payments.",
        subcommands: [ScriptSet.self, ScriptNext.self, ScriptClear.self, ScriptShow.self],
        defaultSubcommand: ScriptShow.self)
}
