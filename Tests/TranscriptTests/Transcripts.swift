// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The files of transcripts.
enum Transcripts {
    /// Their names, `sale.till` and so on.
    static var names: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".till") }.sorted()
    }

    /// What a file beside this one holds.
    static func text(of name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private static let folder =
        Bundle.module.resourceURL?.appending(path: "Transcripts")
        ?? URL(filePath: "Transcripts")
}
