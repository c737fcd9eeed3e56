// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

/// Pages that scripts make of the programs, and scripts that make something of the pages.
@Suite(.timeLimit(.minutes(3))) struct `Pages that are made` {
    private func run(_ program: String, _ arguments: [String]) async throws -> (status: Int32, said: String) {
        try await BlockingThread.run {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [program] + arguments
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let said = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: said, as: UTF8.self))
        }
    }

    /// A copy of what the scripts read and write, to be spoilt.
    private func copy() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let files = FileManager.default
        for part in ["Scripts", "Sources/Manual", "Sources/Programs/tilld/Resources"] {
            let place = folder.url.appending(path: part)
            try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(at: Manual.root.appending(path: part), to: place)
        }
        return folder
    }

    @Test(arguments: ["man", "reference"])
    func `are what the programs and files say`(script: String) async throws {
        let path = Manual.root.appending(path: "Scripts/\(script)").path

        let ended = try await run(path, ["--check", "--programs", Manual.products])

        #expect(ended.status == 0, "\(ended.said)")
    }

    @Test(arguments: [
        ("man", "Sources/Manual/Pages/till.1"), ("man", "Sources/Manual/Pages/tilld.8"),
        ("reference", "\(Manual.catalog)/Reference/CommandTill.md"),
        ("reference", "\(Manual.catalog)/Reference/Configuration.md"),
    ])
    func `are not believed when somebody changed them, and are made anew`(script: String, page: String) async throws {
        let folder = try copy()
        let file = folder.url.appending(path: page)
        let good = try String(contentsOf: file, encoding: .utf8)
        try good.replacing("tilld", with: "tillld", maxReplacements: 1).write(
            to: file, atomically: true, encoding: .utf8)
        let path = folder.url.appending(path: "Scripts/\(script)").path

        let checked = try await run(path, ["--check", "--programs", Manual.products])
        let made = try await run(path, ["--programs", Manual.products])

        #expect(checked.status == 1)
        #expect(checked.said.contains(page))
        #expect(made.status == 0, "\(made.said)")
        #expect(try String(contentsOf: file, encoding: .utf8) == good)
    }

    @Test func `need the programs, and say so`() async throws {
        let folder = try TemporaryFolder()
        let path = Manual.root.appending(path: "Scripts/man").path

        let ended = try await run(path, ["--check", "--programs", folder.path])

        #expect(ended.status == 1)
        #expect(ended.said.contains("swift build"))
    }

    @Test(arguments: ["till.1", "tilld.8", "till-sandbox.1"])
    func `are manual pages without a fault`(page: String) async throws {
        let path = Manual.root.appending(path: "Sources/Manual/Pages/\(page)").path

        let judged = try await run("mandoc", ["-T", "lint", path])

        // Where the other pages are is decided when they are installed.
        let faults = judged.said.split(separator: "\n").filter { !$0.contains("referenced manual not found") }
        #expect(faults.isEmpty, "\(judged.said)")
    }

    @Test func `are judged by one who finds faults`() async throws {
        let folder = try TemporaryFolder()
        let text = Manual.text("Sources/Manual/Pages/till.1").replacing(".El\n", with: "", maxReplacements: 1)
        let page = try folder.file("till.1", Array(text.utf8))

        let judged = try await run("mandoc", ["-T", "lint", page.path])

        #expect(judged.said.contains("ERROR") || judged.said.contains("WARNING"), "\(judged.said)")
    }

    @Test func `become a manual without a warning`() async throws {
        let folder = try TemporaryFolder()
        let place = folder.url.appending(path: "manual").path

        let made = try await run(Manual.root.appending(path: "Scripts/docs").path, [place])

        #expect(made.status == 0, "\(made.said)")
        #expect(FileManager.default.fileExists(atPath: "\(place)/documentation/tillmanual/index.html"))
    }

    @Test(arguments: [
        ("Concepts/Doubt.md", "\nSee <doc:Nowhere>.\n"), ("Concepts/Doubt.md", "\n![A picture](nowhere.png)\n"),
        ("Concepts/Orphan.md", "# A page that no page names\n\nIt is lost.\n"),
    ])
    func `become none while something in them leads nowhere`(page: String, text: String) async throws {
        let folder = try copy()
        let file = folder.url.appending(path: "\(Manual.catalog)/\(page)")
        let before = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        try (before + text).write(to: file, atomically: true, encoding: .utf8)

        let made = try await run(
            folder.url.appending(path: "Scripts/docs").path, [folder.url.appending(path: "manual").path])

        #expect(made.status != 0)
    }
}
