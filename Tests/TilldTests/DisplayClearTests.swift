// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import ForeignJudges
import Foundation
import Raster
import Testing

@testable import tilld

@Suite(.timeLimit(.minutes(2))) struct `tilld display clear` {
    private struct Ended { let status: Int32, output: String, errors: String }

    private func run(_ words: [String], environment: [String: String] = [:]) async throws -> Ended {
        try await BlockingThread.run {
            let process = Process()
            let (output, errors) = (Pipe(), Pipe())
            process.executableURL = DaemonProcess.program
            process.arguments = ["display", "clear"] + words
            process.environment = environment
            process.standardInput = FileHandle.nullDevice
            (process.standardOutput, process.standardError) = (output, errors)
            try process.run()
            let complaint = errors.fileHandleForReading.readDataToEndOfFile()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Ended(
                status: process.terminationReason == .exit ? process.terminationStatus : -1,
                output: String(decoding: text, as: UTF8.self), errors: String(decoding: complaint, as: UTF8.self))
        }
    }

    private static let code = "https://pay.example/DEAD"

    /// Leaves a code on the display of a configuration, as a daemon that died does.
    private func leaveCode(_ configuration: Configuration) async throws -> URL {
        let folder = configuration.folder.appending(path: "screens").path
        let display = try PNGDisplay(folder: folder, geometry: DisplayGeometry(width: 800, height: 480))
        var surface = try Surface(width: 800, height: 480)
        try surface.draw(try QRMatrix(text: Self.code), in: surface.bounds)
        try await display.show(surface, label: "code")
        let picture = URL(filePath: "\(folder)/latest.png")
        #expect(try ForeignTool.codes(in: picture) == [Self.code])
        return picture
    }

    /// Codes that a phone would find, none included.
    private func codes(in picture: URL) -> [String] {
        // The judge ends with 4 where it finds none.
        (try? ForeignTool.codes(in: picture)) ?? []
    }

    @Test func `takes the code of a dead daemon off the glass, and is 0`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.good)
        let picture = try await leaveCode(configuration)

        let ended = try await run(["--config", file])
        let again = try await run(["--config", file, "--message", "Closed until 9:00"])

        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.errors.isEmpty && ended.output.isEmpty)
        #expect(codes(in: picture).isEmpty)
        #expect(again.status == 0)
        #expect(codes(in: picture).isEmpty)
    }

    @Test func `draws by writing, on a framebuffer as on a folder`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.good([("device:", "    device: file:fb")]))
        let framebuffer = configuration.folder.appending(path: "fb")
        let dead = Data(repeating: 0x5A, count: 800 * 480 * 4)
        try dead.write(to: framebuffer)

        let ended = try await run(["--config", file])
        let picture = try Data(contentsOf: framebuffer)

        #expect(ended.status == 0, "\(ended.errors)")
        #expect(picture.count == dead.count)
        // Nothing is as it was: no two neighbours have the old value.
        #expect(picture.range(of: Data(repeating: 0x5A, count: 8)) == nil)
    }

    @Test func `clears what a killed daemon left`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write(
            "tilld.yaml",
            Configuration.good([("listen:", ""), ("token_file:", ""), ("enabled: [counter]", "  enabled: []")]))
        let daemon = try await DaemonProcess(file)
        let during = try await run(["--config", file])
        try await daemon.stop(SIGKILL)

        let after = try await run(["--config", file])
        let pictures = try FileManager.default.contentsOfDirectory(
            atPath: configuration.folder.appending(path: "screens").path)

        #expect(during.status == 75)
        #expect(during.errors.contains("tilld runs and has "))
        #expect(during.errors.contains("state/ledger.sqlite"))
        #expect(after.status == 0, "\(after.errors)")
        #expect(pictures.count { $0.hasSuffix("-clear.png") } == 1)
    }

    @Test func `a second daemon leaves the screens of the first as they are`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write(
            "tilld.yaml",
            Configuration.good([("listen:", ""), ("token_file:", ""), ("enabled: [counter]", "  enabled: []")]))
        let screens = configuration.folder.appending(path: "screens").path
        let first = try await DaemonProcess(file)

        await #expect(throws: DaemonProcess.Ended.self) { try await DaemonProcess(file) }
        let pictures = try FileManager.default.contentsOfDirectory(atPath: screens)
        try await first.stop()

        #expect(pictures.count { $0.hasSuffix("-boot.png") } == 1, "\(pictures)")
    }

    @Test func `needs no more of the configuration than what is about displays`() async throws {
        let configuration = try Configuration()
        let text = Configuration.good([
            ("deadline:", "  deadline: soon"), ("id:", "  id:"), ("private_key_file:", "    private_key_file: nowhere"),
            ("enabled: [counter]", "  enabled: [nobody]"), ("folder:", "  folder: /nowhere"),
        ])
        let file = try configuration.write("tilld.yaml", text)
        let picture = try await leaveCode(configuration)

        let ended = try await run(["--config", file])

        #expect(ended.status == 0, "\(ended.errors)")
        #expect(codes(in: picture).isEmpty)
    }

    @Test func `does what it can for each display, and is 69 for those that are not there`() async throws {
        let configuration = try Configuration()
        let text = Configuration.good.replacing(
            "  enabled: [payer]\n",
            with:
                "  enabled: [gone, payer, odd]\n  gone:\n    device: /dev/nowhere\n    console: none\n  odd:\n    device: hdmi\n"
        )
        let file = try configuration.write("tilld.yaml", text)
        let picture = try await leaveCode(configuration)

        let ended = try await run(["--config", file])

        #expect(ended.status == 69)
        let lines = ended.errors.split(separator: "\n")
        #expect(lines.first == "tilld: display gone: /dev/nowhere is not there: connect it or correct the setting")
        #expect(lines.count == 2 && lines.last?.hasPrefix("tilld: display odd: \"hdmi\" is no display") == true)
        #expect(codes(in: picture).isEmpty)
    }

    @Test func `is 78 for a configuration that cannot be read, after it tried the first screen`() async throws {
        let configuration = try Configuration()
        let broken = try configuration.write("tilld.yaml", "a: [\n")
        // So that no screen of the machine that tests this is touched.
        let environment = [
            "TILLD_DISPLAYS_AUTO_DEVICE": "png:\(configuration.folder.path)/screens",
            "TILLD_STORE_PATH": configuration.folder.appending(path: "ledger.sqlite").path,
        ]
        let picture = try await leaveCode(configuration)

        let unread = try await run(["--config", broken], environment: environment)
        let missing = try await run(["--config", "/nowhere/tilld.yaml"], environment: environment)

        #expect(unread.status == 78)
        #expect(unread.errors.contains("is not YAML"))
        #expect(missing.status == 78)
        #expect(missing.errors.contains("/nowhere/tilld.yaml cannot be read"))
        #expect(codes(in: picture).isEmpty)
    }

    @Test(arguments: ["", String(repeating: "x", count: 121), "two\nlines", "bell\u{7}"])
    func `is 64 for what is no message`(_ message: String) async throws {
        let ended = try await run(["--config", "/nowhere/tilld.yaml", "--message", message])

        #expect(ended.status == 64)
        #expect(ended.errors.contains("message"))
    }

    @Test(arguments: [
        // A display that hangs: no time of a processor is taken, from the first or from any later look.
        ([(1800, 100)], [true]), ([(1800, 1700), (2000, 1720)], [false, true]),
        // A machine that draws slowly, until it is done, or for ten seconds.
        ([(1800, 900), (2000, 1000), (2200, 1200)], [false, false, false]),
        ([(1800, 1800), (9800, 9800), (10_000, 10_000)], [false, false, true]),
    ])
    func `tells a display that hangs from a slow machine`(_ looks: [(Int, Int)], _ isOver: [Bool]) {
        var watch = HangWatch()

        #expect(
            looks.map { watch.isOver(at: .milliseconds($0.0), used: .milliseconds($0.1)) } == isOver)
    }

    @Test func `does not wait for a display that hangs`() async throws {
        let configuration = try Configuration()
        let pipe = configuration.folder.appending(path: "hangs").path
        // Opening a pipe that nobody reads waits for ever.
        mkfifo(pipe, 0o600)
        let file = try configuration.write(
            "tilld.yaml", Configuration.good([("device:", "    device: ansi:\(pipe)")]))

        let ended = try await run(["--config", file])

        #expect(ended.status == 69)
        #expect(ended.errors == "tilld: a display hangs: look at it\n")
    }

    @Test func `without displays there is nothing to do`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)

        let ended = try await run(["--config", file])

        #expect(ended.status == 0)
        #expect(ended.errors.isEmpty)
    }
}
