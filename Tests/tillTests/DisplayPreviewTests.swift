// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@Suite struct `till display preview` {
    /// Runs the command where no daemon is.
    private func preview(_ words: String...) async throws -> TillRun {
        try await TillRun.run(
            TillRun.program, ["display", "preview"] + words, ["TILLD_SOCKET": "/nowhere"], ProcessBox())
    }

    @Test(arguments: [
        (["--size", "800x480"], "(800x480,"), (["--size", "800x480", "--rotate", "90"], "(480x800,"),
        (["--size", "128x64", "--mono", "--theme", "light"], "(128x64,"),
        (["--language", "zh-Hans", "--offline"], "(800x480,"),
    ])
    func `draws a code that is read, without a daemon`(options: [String], size: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "code.png")

        let run = try await TillRun.run(
            TillRun.program, ["display", "preview", "code", "-o", file.path] + options, [:], ProcessBox())
        let picture = String(decoding: try ForeignTool.run("pngcheck", [file.path]), as: UTF8.self)

        #expect(run.status == 0, "\(run.err)")
        #expect(run.out == "" && run.err == "")
        #expect(picture.contains(size))
        #expect(try ForeignTool.codes(in: file) == ["https://pay.example/preview/0000000000000000"])
    }

    @Test(arguments: [
        "boot", "idle", "waiting", "checking", "paid", "cancelled", "expired", "refused", "unavailable", "paid-late",
        "held", "out-of-order",
    ])
    func `draws every other state`(state: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "\(state).png")

        let run = try await preview(
            state, "-o", file.path, "--size", "320x240", "--amount", "1250", "--currency", "JPY")

        #expect(run.status == 0, "\(run.err)")
        _ = try ForeignTool.run("pngcheck", ["-q", file.path])
    }

    @Test func `takes words and a logo of the shop's own, and says what they lack`() async throws {
        let folder = try TemporaryFolder()
        let words = try folder.file("de.words", Array("language = de\npaid = Bezahlt\n".utf8)).path
        let logo = try folder.file("logo.pbm", Array("P1 4 2 1001 0110".utf8)).path
        let (plain, own) = (folder.url.appending(path: "a.png"), folder.url.appending(path: "b.png"))

        let first = try await preview("idle", "-o", plain.path)
        let second = try await preview(
            "idle", "-o", own.path, "--language", "de", "--words", words, "--logo", logo, "--greeting", "Grüß Gott")

        #expect(first.status == 0 && second.status == 0)
        #expect(second.err.contains("till: de has no not_paid: it is shown in English\n"))
        #expect(!second.err.contains("has no paid:"))
        #expect(try Data(contentsOf: plain) != Data(contentsOf: own))
    }

    @Test(arguments: [
        (["code", "--size", "64x40"], "cannot be read on"),
        (["paid", "--language", "fr"], "there are no words of fr: name a file with --words"),
        (["paid", "--words", "/nowhere.words"], "cannot read /nowhere.words"),
        (["idle", "--logo", "/etc/passwd"], "no picture"),
        (["paid", "--amount", "1.234"], "CNY has 2 decimals"),
        (["paid", "--currency", "XXX"], "not a currency"),
        (["paid", "-o", "/nowhere/a.png"], "cannot write /nowhere/a.png"),
    ])
    func `what cannot be drawn is status 1, with a sentence`(words: [String], sentence: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.png").path
        let named = words.contains("-o") ? words : words + ["-o", file]

        let run = try await TillRun.run(TillRun.program, ["display", "preview"] + named, [:], ProcessBox())

        #expect(run.status == 1)
        #expect(run.err.hasPrefix("till: ") && run.err.contains(sentence), "\(run.err)")
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test(arguments: [
        ["happy"], ["paid", "--size", "800"], ["paid", "--size", "0x0"], ["paid", "--size", "99999x9"],
        ["paid", "--rotate", "45"], ["paid", "--theme", "pink"], ["paid", "--amount", "12,50"], [],
    ])
    func `wrong usage is status 64`(words: [String]) async throws {
        let run = try await TillRun.run(TillRun.program, ["display", "preview"] + words, [:], ProcessBox())

        #expect(run.status == 64, "\(run.err)")
        #expect(run.out == "")
    }
}
