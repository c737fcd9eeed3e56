// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Manners
import TillAPI
import TillClient

/// `till backup /media/stick`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Make a backup of the ledger while the daemon runs.",
        discussion: """
            The daemon copies its ledger into the folder, reads the copy again from end to end and
            only then gives it its name. "tilld restore FILE" puts a backup in the ledger's place.
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: "The folder; store.backup.folder of the configuration if not given.", completion: .directory)
    var folder: String?

    func run() async throws {
        let client = try daemon.client()
        let backup = try await ProgressLine.during("copying the ledger and reading the copy again") { _ in
            try await client.makeBackup(in: folder.map(Self.absolute))
        }
        if output.isJSON { return try output.json(backup) }
        Terminal.line(
            "\(backup.file): \(backup.orders) sales, \(backup.rows) rows up to \(backup.head), \(backup.bytes) bytes")
    }

    /// The daemon runs in another folder than we do.
    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }
}
