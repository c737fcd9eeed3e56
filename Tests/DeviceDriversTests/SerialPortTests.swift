// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Glibc
import Testing

@testable import DeviceDrivers

@Suite struct `Serial port` {
    private func port(_ terminal: Terminal, _ folder: TemporaryFolder, shared: String? = nil) -> SerialPort {
        SerialPort(
            name: "serial:\(terminal.path)", place: DevicePlace(path: terminal.path),
            setting: SerialSetting(baud: 19200),
            locks: DeviceLocks(own: folder.path, shared: shared))
    }

    private func mark(_ terminal: Terminal, _ folder: TemporaryFolder) -> String {
        "\(folder.path)/LCK..\(URL(filePath: terminal.path).lastPathComponent)"
    }

    @Test func `prints through a line`() async throws {
        let folder = try TemporaryFolder()
        let terminal = try Terminal()
        terminal.play()
        let profile = try Shop.profile("epson-tm-t88v")
        let abilities = PrinterAbilities(tier: .marks, clears: true)
        let start = ContinuousClock.now
        let limits = PrintLimits(look: .zero, beat: .milliseconds(1))
        let printer = EscPosPrinter(
            port: port(terminal, folder), profile: profile, abilities: abilities, limits: limits
        ) { ContinuousClock.now - start }
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.printed))
        #expect(terminal.bytes.ranges(of: Array("first".utf8)).count == 1)
    }

    @Test func `sets the speed and takes bytes as they are`() async throws {
        let folder = try TemporaryFolder()
        let terminal = try Terminal()
        let port = port(terminal, folder)

        _ = try await port.open()
        var mode = termios()
        let file = open(terminal.path, O_RDWR | O_NOCTTY)
        tcgetattr(file, &mode)
        close(file)

        #expect(cfgetospeed(&mode) == speed_t(B19200))
        #expect(mode.c_lflag & tcflag_t(ICANON) == 0)
        #expect(mode.c_oflag & tcflag_t(OPOST) == 0)
        await port.close()
        withExtendedLifetime(terminal) {}
    }

    @Test func `leaves little in the queue of a printer that takes nothing`() async throws {
        let folder = try TemporaryFolder()
        let terminal = try Terminal()
        let port = port(terminal, folder)
        _ = try await port.open()

        var written = 0
        for _ in 0..<100 {
            written += try await port.write([UInt8](repeating: 0x41, count: 1000), within: .zero)
        }

        #expect(written > 0)
        #expect(written < 100_000)
        await port.close()
        withExtendedLifetime(terminal) {}
    }

    @Test func `has one user, and says who`() async throws {
        let folder = try TemporaryFolder()
        let terminal = try Terminal()
        let first = port(terminal, folder)
        let second = port(terminal, folder)
        _ = try await first.open()

        await #expect(throws: DeviceError.busy(second.name)) { _ = try await second.open() }

        await first.close()
        #expect(try await second.open() == .twoWay)
        await second.close()
        withExtendedLifetime(terminal) {}
    }

    @Test func `leaves its mark for other programs, and takes it away`() async throws {
        let folder = try TemporaryFolder()
        let terminal = try Terminal()
        let port = port(terminal, folder, shared: folder.path)

        _ = try await port.open()
        let text = try String(contentsOfFile: mark(terminal, folder), encoding: .utf8)
        await port.close()

        #expect(text == String(repeating: " ", count: 10 - String(getpid()).count) + "\(getpid())\n")
        #expect(access(mark(terminal, folder), F_OK) != 0)
        withExtendedLifetime(terminal) {}
    }

    @Test func `respects the mark of a program that lives`() async throws {
        let folder = try TemporaryFolder()
        let terminal = try Terminal()
        let port = port(terminal, folder, shared: folder.path)
        try "         1\n".write(toFile: mark(terminal, folder), atomically: true, encoding: .utf8)

        await #expect(throws: DeviceError.busy("\(port.name), taken by process 1,")) { _ = try await port.open() }
        withExtendedLifetime(terminal) {}
    }

    @Test func `takes the place of a program that has died`() async throws {
        let folder = try TemporaryFolder()
        let terminal = try Terminal()
        let port = port(terminal, folder, shared: folder.path)
        try " 536870911\n".write(toFile: mark(terminal, folder), atomically: true, encoding: .utf8)

        let direction = try await port.open()

        #expect(direction == .twoWay)
        await port.close()
        withExtendedLifetime(terminal) {}
    }

    @Test func `refuses a file`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("tty", []).path
        let port = SerialPort(
            name: "serial:\(path)", place: DevicePlace(path: path), setting: SerialSetting(),
            locks: DeviceLocks(own: folder.path))

        await #expect(
            throws: DeviceError.mismatch("\(path) is no serial line: write usb:\(path) if it is a USB printer")
        ) { _ = try await port.open() }
    }
}
