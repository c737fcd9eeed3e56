// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Testing

@testable import DeviceDrivers

@Suite struct `Waiting for a printer` {
    /// Answers all fences and says nothing else.
    private static let fences: @Sendable ([UInt8], Int) -> [UInt8] = { bytes, _ in
        var reader = EscPosReader()
        return reader.read(bytes).flatMap { command -> [UInt8] in
            if case .processID(let mark) = command { [0x37, 0x22] + mark + [0] } else { [] }
        }
    }

    private func printer(_ port: ScriptedPort, _ clock: HandClock, _ id: String) throws -> EscPosPrinter {
        EscPosPrinter(port: port, profile: try Shop.profile(id), firstMark: 0) { clock.now }
    }

    @Test func `time without paper does not count`() async throws {
        let clock = HandClock()
        let port = ScriptedPort(clock: clock) { bytes, before in
            // Offline with the first byte of the job, and online five minutes later.
            if bytes.contains(UInt8(ascii: "f")) { return [0x1C, 0x00, 0x0C, 0x0F] }
            if clock.now > .seconds(300) { return [0x14, 0x00, 0x00, 0x0F, 0x37, 0x22] + Array("J002".utf8) + [0] }
            return clock.now < .seconds(2)
                ? Self.fences(bytes.starts(with: [0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x4A]) ? [] : bytes, before) : []
        }
        let printer = try printer(port, clock, "epson-tm-t88v")

        let outcome = await Shop.outcome(printer, try Shop.job())

        #expect(outcome == .success(.printed))
        #expect(clock.now > .seconds(300))
    }

    @Test func `a printer that takes no more bytes is given up while it is online`() async throws {
        let clock = HandClock()
        let port = ScriptedPort(clock: clock, room: { $0 > 6000 ? 0 : 4096 }, answer: Self.fences)
        let printer = try printer(port, clock, "epson-tm-t88v")

        let outcome = await Shop.outcome(printer, try Shop.job())

        guard case .failure(.interrupted(.timedOut, let written)) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(written > 0)
        #expect(clock.now < .seconds(10))
    }

    @Test func `an open cover interrupts where the printer forgets`() async throws {
        let clock = HandClock()
        let port = ScriptedPort(clock: clock) { bytes, _ in
            if bytes.contains(UInt8(ascii: "f")) { return [0x16] }
            return bytes == EscPosQuery.realTime(.offline) ? [0x12] : []
        }
        let printer = try printer(port, clock, "generic-58")

        let outcome = await Shop.outcome(printer, try Shop.job())

        guard case .failure(.interrupted(.gone, _)) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `an error is cleared only after the cover was open and is shut`() async throws {
        let clock = HandClock()
        let port = ScriptedPort(clock: clock) { bytes, _ in
            if bytes.contains(UInt8(ascii: "f")) {
                return [0x1C, 0x08, 0x00, 0x0F, 0x3C, 0x08, 0x00, 0x0F, 0x1C, 0x08, 0x00, 0x0F]
            }
            return bytes == EscPosQuery.goOn ? [0x14, 0x00, 0x00, 0x0F] : Self.fences(bytes, 0)
        }
        let printer = try printer(port, clock, "epson-tm-t88v")

        let outcome = await Shop.outcome(printer, try Shop.job())

        #expect(outcome == .success(.printed))
        #expect(await port.written.ranges(of: EscPosQuery.goOn).count == 1)
    }

    @Test func `a one-way printer is put into step and is not asked`() async throws {
        let clock = HandClock()
        let port = ScriptedPort(clock: clock, direction: .oneWay) { _, _ in [] }
        let printer = try printer(port, clock, "epson-tm-t88v")
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.unconfirmed))
        #expect(await port.written == EscPosQuery.endOfAnyCommand + job.preamble + job.segments.joined())
    }
}
