// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Receipts
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `What people want of a printer` {
    private static let slip = SlipContent(
        TestSlip(
            merchantName: "Corner Tea", terminal: "T-1", printer: "counter", profile: "generic-80",
            at: Timestamp(milliseconds: 0), utcOffsetSeconds: 0), columns: 48)

    private func outcome(_ outcomes: AsyncStream<PrinterOutcome>) async -> PrinterOutcome? {
        await outcomes.first { _ in true }
    }

    @Test func `is done between two slips, in the order in which they asked`() async throws {
        let shop = try Shop()
        let test = shop.desk.leave(.print(Self.slip))
        let probe = shop.desk.leave(.examine)
        let order = try await shop.sell()

        try await shop.step()

        #expect(await outcome(test) == .printed(confirmed: true))
        #expect(await outcome(probe) == .examined(PrinterFindings(facts: PrinterFacts())))
        #expect(shop.printer.slips.count == 2)
        #expect(shop.printer.slips[0].contains("TEST SLIP"))
        #expect(try await shop.states(of: order) == [.printed])
    }

    @Test func `is refused while a slip is in doubt, because it would change what the printer counts`() async throws {
        let shop = try Shop()
        _ = try await shop.sell()
        shop.printer.ends(.failure(.interrupted(.gone("the printer"), bytesWritten: 9)))
        shop.printer.says(.failure(.gone("the printer")), .failure(.gone("the printer")))
        try await shop.step()
        let test = shop.desk.leave(.print(Self.slip))

        try await shop.step()

        guard case .failed(let why) = await outcome(test) else { throw Unexpected() }
        #expect(why.contains("spool"))
        #expect(shop.printer.slips.count == 1)
    }

    @Test func `fails in words that a person can use`() async throws {
        let shop = try Shop()
        shop.printer.ends(.failure(.nothingWritten(.gone("usb:/dev/usb/lp0"))))
        let test = shop.desk.leave(.print(Self.slip))

        try await shop.step()

        guard case .failed(let why) = await outcome(test) else { throw Unexpected() }
        #expect(why.contains("check its cable and power"))
    }

    @Test func `is refused when too much waits, and when the daemon stops`() async throws {
        let desk = PrinterDesk()
        let waiting = (0..<PrinterDesk.waitingMax).map { _ in desk.leave(.print(Self.slip)) }

        let tooMuch = await outcome(desk.leave(.print(Self.slip)))
        desk.close()
        let late = await outcome(desk.leave(.examine))

        for outcomes in waiting { #expect(await outcome(outcomes) == late) }
        guard case .failed(let why) = tooMuch, case .failed = late else { throw Unexpected() }
        #expect(why.contains("already"))
    }

    private struct Unexpected: Error {}
}
