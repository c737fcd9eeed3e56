// SPDX-License-Identifier: Apache-2.0

import Foundation
import TillCore
import TillStore

/// The backups of one terminal in a folder, told apart by their names:
/// `ledger-<terminal>-<date>-<last row>.sqlite`.
struct BackupFolder {
    let path: String
    private let prefix: String

    init(_ path: String, of terminal: TerminalID) {
        self.path = path
        let letters = terminal.text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        prefix = "ledger-\(String(letters))-"
    }

    /// The path of a backup that is made at a time, when the journal ends at a row.
    func file(at wall: Timestamp, row: Int64) -> String {
        "\(path)/\(prefix)\(FileDate.text(wall))-\(row).sqlite"
    }

    /// The names of the terminal's backups, the oldest first.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { date(of: $0) != nil }
            .sorted { (date(of: $0) ?? "", $0) < (date(of: $1) ?? "", $1) }
    }

    /// When the newest was made, as ``FileDate`` writes it; nil if there is none.
    func newest() throws -> String? { try names().last.flatMap { date(of: $0) } }

    /// Removes all but the newest; what has another name is nobody's backup, and stays.
    func keep(_ count: Int) throws {
        for name in try names().dropLast(count) {
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    private func date(of name: String) -> String? {
        guard name.hasPrefix(prefix),
            let parts = name.dropFirst(prefix.count).wholeMatch(of: /(\d{8}T\d{6}Z)-\d+\.sqlite/)
        else { return nil }
        return String(parts.1)
    }
}
