// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import DeviceDrivers

@Suite struct `Device node port` {
    @Test func `prints through a character device`() async throws {
        let terminal = try Terminal()
        terminal.play()
        let printer = try Shop.printer(DeviceNodePort(path: terminal.path), "epson-tm-t88v")
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.printed))
        #expect(terminal.bytes.contains(Array(job.segments.joined())))
    }

    @Test func `tells how many bytes a stopped device took`() async throws {
        let terminal = try Terminal()
        let port = DeviceNodePort(path: terminal.path)
        _ = try await port.open()

        let first = try await port.write([UInt8](repeating: 0x41, count: 100_000), within: .milliseconds(50))
        let second = try await port.write([0x42], within: .milliseconds(50))

        #expect(first > 0 && first < 100_000)
        #expect(second == 0)
        await port.close()
    }

    @Test func `has one user`() async throws {
        let terminal = try Terminal()
        let first = DeviceNodePort(path: terminal.path)
        let second = DeviceNodePort(path: terminal.path)
        _ = try await first.open()

        await #expect(throws: DeviceError.busy(second.name)) { _ = try await second.open() }

        await first.close()
    }

    @Test func `says that a device is not there`() async {
        let port = DeviceNodePort(path: "/dev/usb/lp-nowhere")

        await #expect(throws: DeviceError.absent("/dev/usb/lp-nowhere")) { _ = try await port.open() }
    }

    @Test func `refuses a file`() async throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(filePath: "\(folder.path)/lp0"))
        let port = DeviceNodePort(path: "\(folder.path)/lp0")

        await #expect(
            throws: DeviceError.mismatch(
                "\(folder.path)/lp0 is no device: write file:\(folder.path)/lp0 if it is a file")
        ) {
            _ = try await port.open()
        }
    }
}
