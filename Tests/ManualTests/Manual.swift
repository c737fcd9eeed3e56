// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The manual's pages as text, and where everything is.
enum Manual {
    /// One page.
    struct Page: Sendable, CustomTestStringConvertible {
        /// From the root: `Sources/Manual/TillManual/TillManual.docc/Concepts/Doubt.md`.
        let path: String
        let text: String

        /// What stands between fences, with the word behind the opening one.
        var blocks: [(language: String, text: String)] {
            text.matches(of: /(?ms)^ *```(\w*)\n(.*?)^ *```/).map { (String($0.1), String($0.2)) }
        }
        /// The text without what stands between fences.
        var prose: String { text.replacing(/(?ms)^ *```.*?^ *```/, with: "") }
        /// What is marked as code within lines.
        var spans: [String] { prose.matches(of: /`([^`\n]+)`/).map { String($0.1) } }
        /// Whether a script wrote it.
        var isMade: Bool { text.contains("<!-- Made by Scripts/") }

        var testDescription: String { path }
    }

    /// The folder with `Package.swift`.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where the programs are: beside the one that runs the tests.
    static var products: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    }

    /// The DocC catalog.
    static let catalog = "Sources/Manual/TillManual/TillManual.docc"

    /// The front page, README and all pages of the catalog.
    static let pages: [Page] = {
        let inside = (FileManager.default.enumerator(atPath: root.appending(path: catalog).path)?.allObjects ?? [])
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
        return (["README.md"] + inside.map { "\(catalog)/\($0)" }).map(page)
    }()

    /// One page by its path; empty if it is not there.
    static func page(_ path: String) -> Page { Page(path: path, text: text(path)) }

    /// A file of the root; empty if it is not there.
    static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: root.appending(path: path).path).map {
            String(decoding: $0, as: UTF8.self)
        } ?? ""
    }

    /// The transcripts that are played, by their names.
    static var transcripts: [String: String] {
        let folder = "Tests/TranscriptTests/Transcripts"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(".till") }.reduce(into: [:]) { $0[$1] = text("\(folder)/\($1)") }
    }

    /// All Swift files of a folder of the root, one after the other.
    static func source(of folder: String) -> String {
        let base = root.appending(path: folder).path
        let names = (FileManager.default.enumerator(atPath: base)?.allObjects ?? []).compactMap { $0 as? String }
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { text("\(folder)/\($0)") }.joined(separator: "\n")
    }
}
