// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `A slip and its printer` {
    private static let paperOut = DeviceError.timedOut("the printer has no paper")

    @Test func `is begun in the ledger before its first byte`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.beforeFirstByte { [ledger = shop.ledger] in
            let job = try await ledger.order(order.id).prints[0]
            #expect(job.state == .started)
            #expect(job.beginning?.cutsBefore == StubPrinter.cutsBefore)
        }

        let next = try await shop.step()

        #expect(shop.printer.fault == nil)
        #expect(shop.printer.slips.count == 1)
        #expect(next == nil)
    }

    @Test(arguments: [
        (PrintResult.printed, PrintState.printed), (.unconfirmed, .unconfirmed),
    ])
    func `is done as far as the printer can tell`(end: PrintResult, state: PrintState) async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.ends(.success(end))

        let next = try await shop.step()

        #expect(try await shop.states(of: order) == [state])
        #expect(try await shop.ledger.work(in: .print) == [])
        #expect(next == nil)
    }

    @Test func `of which no byte was written waits, says why, and needs no mark`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.ends(.failure(.nothingWritten(Self.paperOut)))

        let next = try await shop.step()
        let waiting = try await shop.ledger.work(in: .print)
        let states = try await shop.states(of: order)
        shop.clock.advance(milliseconds: try #require(next))
        try await shop.step()

        #expect(next == 2000)
        #expect(states == [.queued])
        #expect(waiting.map(\.tries) == [1])
        #expect(waiting.map(\.lastAnswer) == ["\(Self.paperOut)"])
        #expect(try await shop.states(of: order) == [.printed])
        #expect(!shop.printer.slips[1].contains("DUPLICATE"))
    }

    @Test func `waits longer for a printer that stays out of paper`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        var pauses: [Int64] = []

        for _ in 0..<13 {
            shop.printer.ends(.failure(.nothingWritten(Self.paperOut)))
            let next = try #require(try await shop.step())
            pauses.append(next)
            shop.clock.advance(milliseconds: next)
        }

        #expect(pauses.prefix(4).allSatisfy { $0 == 2000 })
        #expect(pauses[4...10].allSatisfy { $0 == 10_000 })
        #expect(pauses[11...].allSatisfy { $0 == 60_000 })
        #expect(try await shop.states(of: order) == [.queued])
    }

    @Test func `that waits lets the slips of other sales pass`() async throws {
        let shop = try Shop()
        let first = try await shop.sell()
        let second = try await shop.sell()
        shop.printer.ends(.failure(.nothingWritten(Self.paperOut)))

        try await shop.step()

        #expect(try await shop.states(of: first) == [.queued])
        #expect(try await shop.states(of: second) == [.printed])
    }

    @Test func `that broke off on a printer that says nothing is in doubt, and a person is asked`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.ends(.failure(.interrupted(Self.paperOut, bytesWritten: 300)))

        let next = try await shop.step()
        try await shop.step()

        let now = try await shop.ledger.order(order.id)
        #expect(now.prints.map(\.state) == [.doubtful])
        #expect(now.holds.map(\.reason) == [.receiptInDoubt(now.prints[0].id)])
        #expect(now.status == .needsPerson)
        #expect(shop.printer.slips.count == 1)
        #expect(next == nil)
    }

    @Test func `that a person found on paper is done`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.ends(.failure(.interrupted(Self.paperOut, bytesWritten: 300)))
        try await shop.step()

        try await shop.ask(
            .settle(HoldID("\(order.id)-H1"), .printed, by: "manager", note: ""), about: order)
        try await shop.step()

        #expect(try await shop.states(of: order) == [.printed])
        #expect(shop.printer.slips.count == 1)
        #expect(try await shop.ledger.order(order.id).status == .paid)
    }

    @Test func `that a person wants again says that it may be a duplicate`() async throws {
        let shop = try Shop()
        let order = try await shop.sell()
        shop.printer.ends(.failure(.interrupted(Self.paperOut, bytesWritten: 300)))
        try await shop.step()

        try await shop.ask(
            .settle(HoldID("\(order.id)-H1"), .printAgain, by: "manager", note: ""),
            about: order)
        try await shop.step()

        #expect(try await shop.states(of: order) == [.abandoned, .printed])
        #expect(!shop.printer.slips[0].contains("POSSIBLY A DUPLICATE"))
        #expect(shop.printer.slips[1].contains("POSSIBLY A DUPLICATE"))
    }
}
