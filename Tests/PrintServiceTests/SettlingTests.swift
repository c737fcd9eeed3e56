// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Logging
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `A slip whose end nobody saw` {
    private static let gone = DeviceError.gone("the printer")

    /// A shop whose receipt broke off.
    private func brokenOff(_ evidence: Result<PrintEvidence, DeviceError>...) async throws -> (Shop, Order) {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.ends(.failure(.interrupted(Self.gone, bytesWritten: 300)))
        for evidence in evidence { shop.printer.says(evidence) }
        return (shop, order)
    }

    @Test(arguments: [
        (PrintEvidence.fenceSeen, [PrintState.printed]), (.counterMoved, [.printed]),
        (.counterStands, [.abandoned, .printed]), (.unknown, [.abandoned, .printed]),
        (.silent, [.doubtful]), (.nothingWritten, [.printed]),
    ])
    func `ends as the printer's evidence says`(evidence: PrintEvidence, states: [PrintState]) async throws {
        let (shop, order) = try await brokenOff(.success(evidence))

        try await shop.step()
        try await shop.step()

        #expect(try await shop.states(of: order) == states)
        #expect(try await shop.ledger.order(order.id).holds.isEmpty == (evidence != .silent))
    }

    @Test func `is printed again with a mark where the printer has cut too seldom`() async throws {
        let (shop, _) = try await brokenOff(.success(.counterStands))

        try await shop.step()
        try await shop.step()

        #expect(shop.printer.slips.map { $0.contains("POSSIBLY A DUPLICATE") } == [false, true])
    }

    @Test func `is asked about with what the printer said before its first byte`() async throws {
        let (shop, _) = try await brokenOff(.success(.counterMoved))

        try await shop.step()

        let asked = try #require(shop.printer.asked.first)
        #expect(shop.printer.asked.count == 1)
        #expect(asked.start.cutsBefore == StubPrinter.cutsBefore)
        #expect(asked.start.markText == "J00A")
    }

    @Test func `keeps all others waiting, which would change what the printer counts`() async throws {
        let (shop, first) = try await brokenOff(.failure(Self.gone), .success(.counterMoved))
        let second = try await shop.sell()

        let later = try #require(try await shop.step())
        let meanwhile = try await shop.step()
        let states = try await [shop.states(of: first), shop.states(of: second)]
        let waiting = try await shop.ledger.work(in: .print)
        shop.clock.advance(milliseconds: later)
        try await shop.step()

        #expect(later == 2000)
        #expect(meanwhile == 2000)
        #expect(states == [[.started], [.queued]])
        #expect(waiting.first?.lastAnswer?.contains("has to be asked what came out") == true)
        #expect(shop.printer.asked.count == 2)
        #expect(try await shop.states(of: first) == [.printed])
        #expect(try await shop.states(of: second) == [.printed])
    }

    @Test func `is a person's to judge when the printer cannot be asked for two minutes`() async throws {
        let shop = try Shop()
        let first = try await shop.sell()
        let second = try await shop.sell()
        shop.printer.ends(.failure(.interrupted(Self.gone, bytesWritten: 300)))

        var waited: Int64 = 0
        while try await shop.states(of: first) == [.started] || waited == 0 {
            shop.printer.says(.failure(Self.gone))
            guard let later = try await shop.step() else { break }
            shop.clock.advance(milliseconds: later)
            waited += later
        }
        try await shop.step()

        #expect((120_000...180_000).contains(waited))
        #expect(try await shop.states(of: first) == [.doubtful])
        #expect(try await shop.states(of: second) == [.printed])
    }

    @Test func `was not printed if its beginning was never written down`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let shop = try Shop(path: file.path, clock: clock)
        let order = try await shop.sell()
        _ = try await shop.ledger.record(.print(order.prints[0].id, .started), about: order.id)
        try shop.ledger.close()

        let next = try Shop(path: file.path, clock: clock)
        try await next.ledger.recover(settlingSlips: true)
        try await next.step()

        #expect(next.printer.asked == [])
        #expect(try await next.states(of: order) == [.printed])
        #expect(!next.printer.slips[0].contains("DUPLICATE"))
    }

    @Test func `is not begun where its beginning could not be written down`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.beforeNote { [ledger = shop.ledger] in
            _ = try await ledger.record(.print(order.prints[0].id, .nothingPrinted), about: order.id)
        }

        try await shop.step()

        #expect(shop.printer.fault == nil)
        #expect(shop.printer.slips == [])
        #expect(try await shop.states(of: order) == [.queued])
    }

    @Test func `is asked about after a start, before anything is printed`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let shop = try Shop(path: file.path, clock: clock)
        let order = try await shop.sell()
        shop.printer.beforeFirstByte { [ledger = shop.ledger] in ledger.end() }
        await #expect(throws: LedgerError.ended) { try await shop.step() }
        try shop.ledger.close()

        let next = try Shop(path: file.path, clock: clock)
        next.printer.says(.success(.counterMoved))
        try await next.ledger.recover(settlingSlips: true)
        try await next.step()

        #expect(try await next.states(of: order) == [.printed])
        #expect(next.printer.slips == [])
    }

    @Test func `is asked about at once after a start, however far ahead its next try was saved`() async throws {
        let (shop, order) = try await brokenOff(.failure(Self.gone), .success(.counterMoved))
        try await shop.step()
        let work = try #require(try await shop.ledger.work(in: .print).first)
        try await shop.ledger.postpone(
            Postponement(work: work.id, until: shop.ledger.time.now + .seconds(3600), answer: "later"))

        let next = PrintWorker(
            ledger: shop.ledger, printer: shop.printer, renderer: try Shop.renderer(), content: Shop.content,
            logger: Logger(label: "shop", factory: { _ in SwiftLogNoOpLogHandler() }))
        _ = try await next.step()

        #expect(try await shop.states(of: order) == [.printed])
    }

    @Test func `is torn by every try: after two marked ones a person has to look`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        for _ in 0..<3 {
            shop.printer.ends(.failure(.interrupted(Self.gone, bytesWritten: 300)))
            shop.printer.says(.success(.counterStands))
            try await shop.step()
        }

        #expect(try await shop.states(of: order) == [.abandoned, .abandoned, .doubtful])
        #expect(try await shop.ledger.order(order.id).status == .needsPerson)
        #expect(shop.printer.slips.count == 3)
    }
}
