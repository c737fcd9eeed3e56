// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The project's own files, read as text.
enum SourceTree {
    /// The project's root: the folder with `Package.swift`.
    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path),
            folder.path != "/"
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// One Swift file.
    struct File: Sendable {
        /// From the root, such as `Sources/Core/TillCore/Money/Money.swift`.
        let path: String
        let text: String

        /// The folder under its floor, which is the target's name.
        var target: String { String(path.split(separator: "/").dropFirst(2).first ?? "") }
        var floor: String { String(path.split(separator: "/").dropFirst(1).first ?? "") }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        /// The modules that it imports.
        var imports: [String] {
            lines.compactMap { line in
                var words = line.split(separator: " ")
                while let first = words.first, ["public", "package", "@testable", "internal"].contains(first) {
                    words.removeFirst()
                }
                guard words.first == "import", words.count >= 2 else { return nil }
                return String(words.last?.split(separator: ".").first ?? "")
            }
        }
    }

    /// A file of the root as text; empty if it is not there.
    static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: root.appending(path: path).path).map {
            String(decoding: $0, as: UTF8.self)
        } ?? ""
    }

    /// All Swift files under a folder of the root.
    static func swiftFiles(under folder: String) -> [File] {
        files(under: folder, suffix: ".swift")
    }

    /// All files under a folder whose names end so.
    static func files(under folder: String, suffix: String) -> [File] {
        let base = root.appending(path: folder).path
        let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().compactMap { name in
            FileManager.default.contents(atPath: "\(base)/\(name)").map {
                File(path: "\(folder)/\(name)", text: String(decoding: $0, as: UTF8.self))
            }
        }
    }
}
