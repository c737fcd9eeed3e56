// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillCore

/// `tilld`: the daemon.
@main
struct Tilld: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tilld",
        abstract: "Follows the payments of one terminal until the money is proven.",
        discussion: "Without a command it runs the daemon. The command line for people and programs is till.",
        version: Version.text,
        subcommands: [Run.self, Check.self, Verify.self, Restore.self, DisplayCommand.self],
        defaultSubcommand: Run.self)
}

/// The program's version.
enum Version {
    static let text = ProgramVersion.text
    /// A time before the release, 2026-01-01 00:00 UTC: a clock that is behind it was never set.
    static let released = Timestamp(milliseconds: 1_767_225_600_000)
}

/// Where the configuration is.
struct ConfigOptions: ParsableArguments {
    @Option(help: "The configuration.", completion: .file(extensions: ["yaml", "yml"]))
    var config = "/etc/tilld/tilld.yaml"
}
