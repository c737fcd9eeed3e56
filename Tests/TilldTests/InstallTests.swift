// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Scenes
import Testing

@testable import tilld

@Suite(.timeLimit(.minutes(2))) struct `Installing` {
    private struct Ended { let status: Int32, text: String }

    private func run(_ words: [String], _ environment: [String: String] = [:]) async throws -> Ended {
        try await BlockingThread.run {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = words
            process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Ended(status: process.terminationStatus, text: String(decoding: text, as: UTF8.self))
        }
    }

    /// The units as they are installed, with programs that are where they say.
    private func stage() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let installed = try await run(
            [Configuration.package.appending(path: "Scripts/Install/install").path],
            ["DESTDIR": folder.path, "BIN": DaemonProcess.program.deletingLastPathComponent().path])
        #expect(installed.status == 0, "\(installed.text)")
        return folder
    }

    @Test func `puts everything in its place, as often as one likes`() async throws {
        let folder = try await stage()
        let again = try await run(
            [Configuration.package.appending(path: "Scripts/Install/install").path],
            ["DESTDIR": folder.path, "BIN": DaemonProcess.program.deletingLastPathComponent().path])

        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let version = try await run(["\(folder.path)/usr/bin/tilld", "--version"])

        #expect(again.status == 0)
        for file in [
            "usr/bin/till", "usr/lib/systemd/system/tilld.service", "usr/lib/sysusers.d/tilld.conf",
            "usr/lib/systemd/system/tilld-failed.service", "usr/lib/tmpfiles.d/tilld.conf",
            "usr/share/tilld/Devices/Printers/generic-80.yaml", "etc/tilld/keys",
            "usr/share/doc/tilld/tilld.example.yaml", "usr/share/tilld/Devices/Slips/standard.slips",
            "usr/share/tilld/monitoring/tilld.rules.yaml", "usr/share/tilld/monitoring/grafana-tilld.json",
            "usr/share/tilld/systemd/console.conf", "usr/share/tilld/systemd/backlight.conf",
            "usr/lib/udev/rules.d/60-tilld.rules",
            "usr/share/tilld/Devices/Screens/zh-Hans.words", "usr/share/man/man1/till.1.gz",
            "usr/share/man/man8/tilld.8.gz", "usr/share/bash-completion/completions/till",
            "usr/share/bash-completion/completions/tilld", "usr/share/zsh/vendor-completions/_till",
            "usr/share/zsh/vendor-completions/_tilld", "usr/share/fish/vendor_completions.d/till.fish",
            "usr/share/fish/vendor_completions.d/tilld.fish",
        ] { #expect(files.contains(file), "\(file)") }
        #expect(version.text == "\(Version.text)\n")
    }

    @Test(arguments: ["man1/till.1", "man8/tilld.8"])
    func `packs manual pages as they are, and the same twice`(page: String) async throws {
        let folder = try await stage()
        let packed = "\(folder.path)/usr/share/man/\(page).gz"
        let first = try Data(contentsOf: URL(filePath: packed))

        let again = try await stage()
        let second = try Data(contentsOf: URL(filePath: "\(again.path)/usr/share/man/\(page).gz"))
        let unpacked = try await run(["gzip", "-dc", packed])

        let name = page.split(separator: "/").last.map(String.init) ?? ""
        let written = try String(
            contentsOf: Configuration.package.appending(path: "Sources/Manual/Pages/\(name)"), encoding: .utf8)
        #expect(unpacked.status == 0)
        #expect(unpacked.text == written)
        #expect(first == second)
    }

    @Test(arguments: ["till", "tilld"])
    func `gives the shell what it can read`(program: String) async throws {
        let folder = try await stage()
        let script = "\(folder.path)/usr/share/bash-completion/completions/\(program)"

        let read = try await run(["bash", "-n", script])
        let known = try await run(["bash", "-c", ". \(script); complete -p \(program)"])

        #expect(read.status == 0 && read.text.isEmpty, "\(read.text)")
        #expect(known.status == 0 && known.text.contains("_\(program)"), "\(known.text)")
    }

    @Test func `needs programs that were built`() async throws {
        let folder = try TemporaryFolder()

        let ended = try await run(
            [Configuration.package.appending(path: "Scripts/Install/install").path],
            ["DESTDIR": folder.path, "BIN": folder.path])

        #expect(ended.status == 66)
        #expect(ended.text.contains("swift build"))
    }

    @Test(arguments: ["tilld", "tilld-failed"])
    func `leaves the service little that it could do harm with`(unit: String) async throws {
        let folder = try await stage()

        let ended = try await run([
            "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager",
            "\(folder.path)/usr/lib/systemd/system/\(unit).service",
        ])

        #expect(ended.status == 0, "\(ended.text.suffix(200))")
    }

    @Test func `writes units and users as systemd reads them`() async throws {
        let folder = try await stage()
        let units = "\(folder.path)/usr/lib/systemd/system"
        let text = try String(contentsOfFile: "\(units)/tilld.service", encoding: .utf8)
        // Where the staged program lies, so that its absence is no fault.
        try Data(text.replacing("/usr/bin/tilld", with: "\(folder.path)/usr/bin/tilld").utf8)
            .write(to: URL(filePath: "\(units)/tilld.service"))

        let verified = try await run([
            "systemd-analyze", "verify", "--recursive-errors=no", "\(units)/tilld.service",
            "\(units)/tilld-failed.service",
        ])
        let users = try await run([
            "systemd-sysusers", "--dry-run", "\(folder.path)/usr/lib/sysusers.d/tilld.conf",
        ])

        #expect(verified.status == 0 && verified.text.isEmpty, "\(verified.text)")
        #expect(users.status == 0, "\(users.text)")
    }

    @Test func `drop-ins for a screen fit the unit, and leave it little harm`() async throws {
        let folder = try await stage()
        let units = "\(folder.path)/usr/lib/systemd/system"
        let text = try String(contentsOfFile: "\(units)/tilld.service", encoding: .utf8)
        try Data(text.replacing("/usr/bin/tilld", with: "\(folder.path)/usr/bin/tilld").utf8)
            .write(to: URL(filePath: "\(units)/tilld.service"))
        try FileManager.default.moveItem(
            atPath: "\(folder.path)/usr/share/tilld/systemd", toPath: "\(units)/tilld.service.d")

        let verified = try await run([
            "systemd-analyze", "verify", "--recursive-errors=no", "\(units)/tilld.service",
        ])
        let secured = try await run([
            "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager",
            "\(units)/tilld.service",
        ])
        let guide = try String(
            contentsOf: Configuration.package.appending(
                path: "Sources/Manual/TillManual/TillManual.docc/Operating/Screen.md"), encoding: .utf8)

        #expect(verified.status == 0 && verified.text.isEmpty, "\(verified.text)")
        #expect(secured.status == 0, "\(secured.text.suffix(200))")
        #expect(guide.contains("/usr/share/tilld/systemd/console.conf"))
        #expect(guide.contains("/usr/share/tilld/systemd/backlight.conf"))
    }

    @Test func `clears the screens whenever the daemon has ended`() async throws {
        let unit = try String(
            contentsOf: Configuration.package.appending(path: "Scripts/Install/systemd/tilld.service"),
            encoding: .utf8)

        let words = try #require(
            unit.split(separator: "\n").first { $0.hasPrefix("ExecStopPost=-/usr/bin/tilld ") }
        ).split(separator: " ").dropFirst().map(String.init)

        let help = try await run([DaemonProcess.program.path] + words + ["--help"])

        #expect(help.status == 0)
        #expect(help.text.contains("USAGE: tilld display clear"))
    }

    @Test func `starts again what starting again can mend, and nothing else`() throws {
        let unit = try String(
            contentsOf: Configuration.package.appending(path: "Scripts/Install/systemd/tilld.service"),
            encoding: .utf8)

        for line in [
            "Type=notify", "WatchdogSec=20", "Restart=always", "RestartPreventExitStatus=64 75 78",
            "StateDirectory=tilld", "RuntimeDirectory=tilld", "RuntimeDirectoryPreserve=restart",
            "OnFailure=tilld-failed.service",
        ] { #expect(unit.contains("\n\(line)\n"), "\(line)") }
        // A crash loop of the ledger's is over before systemd gives up: the daemon leaves it alone then.
        #expect(StorageFaults.careMax + 2 < 20)
    }
}
