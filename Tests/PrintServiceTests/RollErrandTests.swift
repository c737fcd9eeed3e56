// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Logging
import Receipts
import Synchronization
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `A journal printer and people` {
    /// A shop whose stub printer keeps a roll, 48 columns wide.
    private func roll(_ shop: Shop) throws -> RollWorker {
        RollWorker(
            name: "roll", among: ["roll"], ledger: shop.ledger, printer: shop.printer, renderer: try Shop.renderer(),
            content: Shop.content, desk: shop.desk,
            logger: Logger(label: "roll", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private static let slip = SlipContent(
        TestSlip(
            merchantName: "Corner Tea", terminal: "T-1", printer: "roll", profile: "generic-80",
            at: Timestamp(milliseconds: 0), utcOffsetSeconds: 0), columns: 48)

    private static let gone = DeviceError.gone("the printer")

    @Test func `has the sum of the lines since the last total where there is room for it`() async throws {
        let shop = try Shop()
        let worker = try roll(shop)
        _ = try await shop.sell(.none)
        _ = try await shop.sell(.none)

        _ = try await worker.step()

        #expect(shop.printer.slips.count == 1)
        #expect(shop.printer.slips[0].contains("000001 08:00 main           CNY 12.50      12.50"))
        #expect(shop.printer.slips[0].contains("000002 08:00 main           CNY 12.50      25.00"))
    }

    @Test func `print a test between two jobs, and none while one is in doubt`() async throws {
        let shop = try Shop()
        let worker = try roll(shop)
        _ = try await shop.sell(.none)
        shop.printer.ends(.failure(.interrupted(Self.gone, bytesWritten: 9)))
        shop.printer.says(.failure(Self.gone))
        let first = shop.desk.leave(.print(Self.slip))
        shop.printer.ends(.failure(.interrupted(Self.gone, bytesWritten: 9)))

        _ = try await worker.step()
        let refused = shop.desk.leave(.print(Self.slip))
        let later = try await worker.step()

        guard case .failed(let tried)? = await first.first(where: { _ in true }),
            case .failed(let why)? = await refused.first(where: { _ in true })
        else { throw Unexpected() }
        #expect(tried.contains("interrupted"))
        #expect(why.contains("broke off"))
        #expect(later != nil)
        #expect(worker.standing.current?.contains("has to be asked what came out") == true)
    }

    @Test func `are never asked what came out: a line that may stand twice says so`() async throws {
        let shop = try Shop()
        let worker = try roll(shop)
        _ = try await shop.sell(.none)
        shop.printer.ends(.failure(.interrupted(Self.gone, bytesWritten: 9)))

        _ = try await worker.step()

        #expect(shop.printer.asked.count == 1)
        #expect(shop.printer.slips.count == 2)
        #expect(shop.printer.slips[1].contains("--- restart 08:00, last confirmed none ---"))
        #expect(shop.printer.slips[1].contains("000001*08:00 main"))
        #expect(try await shop.ledger.openHolds().isEmpty)
        #expect(try await shop.ledger.roll("roll").printed == 1)
    }

    @Test func `is begun in the ledger before its first byte, with what tells its end`() async throws {
        let shop = try Shop()
        let worker = try roll(shop)
        _ = try await shop.sell(.none)
        let seen = Mutex<RollPlace?>(nil)
        shop.printer.beforeFirstByte { [ledger = shop.ledger] in
            let place = try await ledger.roll("roll")
            seen.withLock { $0 = place }
        }

        _ = try await worker.step()

        #expect(shop.printer.fault == nil)
        let found = seen.withLock { $0 }
        let place = try #require(found)
        #expect(place.printed == 0)
        #expect(place.begun?.printed == 1)
        #expect(place.begun?.start == PrintBeginning(cutsBefore: StubPrinter.cutsBefore, cuts: 0, mark: "J00A"))
    }

    @Test func `gets shorter jobs when it tears them`() async throws {
        let shop = try Shop()
        let worker = try roll(shop)
        for _ in 0..<40 { _ = try await shop.sell(.none) }
        for _ in 0..<3 { shop.printer.ends(.failure(.interrupted(Self.gone, bytesWritten: 9))) }

        var waits: [Int64] = []
        while try await printed(shop) < 40 {
            guard let later = try await worker.step() else { break }
            waits.append(later.milliseconds - shop.ledger.time.now.milliseconds)
            shop.clock.advance(milliseconds: waits[waits.count - 1])
        }

        let lines = shop.printer.slips.prefix(4).map { slip in
            slip.split(separator: "\n").count { $0.contains(" main ") }
        }
        #expect(lines == [32, 16, 8, 4])
        // The first one is tried again at once; a printer that tears them all would use up the roll.
        #expect(waits.prefix(2) == [2000, 2000])
        #expect(try await shop.ledger.roll("roll").printed == 40)
    }

    /// The last line on paper; none before the roll is opened.
    private func printed(_ shop: Shop) async throws -> Int64 {
        try await shop.ledger.rolls().first { $0.name == "roll" }?.printed ?? 0
    }

    @Test func `is not tried again at every sale while it cannot print`() async throws {
        let shop = try Shop()
        let worker = try roll(shop)
        shop.printer.ends(.failure(.nothingWritten(Self.gone)))
        _ = try await shop.sell(.none)
        let later = try await worker.step()
        _ = try await shop.sell(.none)

        let again = try await worker.step()
        let tries = shop.printer.slips.count
        shop.clock.advance(milliseconds: 2000)
        _ = try await worker.step()

        #expect(later == again)
        #expect(tries == 1)
        #expect(shop.printer.slips.count == 2)
        #expect(try await shop.ledger.roll("roll").printed == 2)
    }

    @Test func `leaves receipts alone: neither waits for the other`() async throws {
        let shop = try Shop()
        let other = StubPrinter()
        let worker = RollWorker(
            name: "roll", among: ["roll"], ledger: shop.ledger, printer: other, renderer: try Shop.renderer(),
            content: Shop.content, logger: Logger(label: "roll", factory: { _ in SwiftLogNoOpLogHandler() }))
        other.ends(.failure(.interrupted(Self.gone, bytesWritten: 9)))
        other.says(.failure(Self.gone))
        let order = try await shop.sell()

        _ = try await worker.step()
        try await shop.step()

        #expect(try await shop.states(of: order) == [.printed])
        #expect(worker.standing.current != nil)
    }

    private struct Unexpected: Error {}
}
