// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import PaymentService
import ServiceLifecycle
import Synchronization
import Testing
import TillCore
import TillStore
import TillTesting

@testable import tilld

/// A heartbeat whose time and proof are in a test's hands.
private final class Bed: Sendable {
    let clock = HandClock()
    private let told = Mutex<[[Notice]]>([])

    var notices: [[Notice]] { told.withLock { $0 } }

    /// Runs a heartbeat beside a test, which asks for its end.
    func run(
        _ environment: [String: String], ready: @escaping @Sendable () async -> Void = {},
        proof: @escaping @Sendable () async throws -> String,
        _ test: () async throws -> Void
    ) async throws {
        let quiet = Logger(label: "bed", factory: { _ in SwiftLogNoOpLogHandler() })
        let heartbeat = Heartbeat(
            tell: { notices in self.told.withLock { $0.append(notices) } },
            watchdog: WatchdogTerms(environment: environment, process: 1), clock: clock,
            ready: ready, proof: proof, logger: quiet)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [heartbeat], logger: quiet))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            do {
                try await test()
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `The heartbeat` {
    private let watched = ["WATCHDOG_USEC": "20000000"]

    @Test func `is ready, says how it is, and feeds at half of the watchdog's time`() async throws {
        let bed = Bed()
        let statuses = Mutex(["no open sale", "no open sale", "one open sale"])

        try await bed.run(watched, proof: { statuses.withLock { $0.removeFirst() } }) {
            await bed.clock.nap()
            bed.clock.advance(by: .seconds(10))
            await bed.clock.nap()
            bed.clock.advance(by: .seconds(10))
            await bed.clock.nap()
        }

        #expect(
            bed.notices == [
                [.ready], [.watchdog, .status("no open sale")], [.watchdog],
                [.watchdog, .status("one open sale")], [.stopping],
            ])
    }

    @Test func `is not ready before the doors are open`() async throws {
        let bed = Bed()
        let (doors, opening) = AsyncStream.makeStream(of: Void.self)
        let before = Mutex(0)

        try await bed.run(watched, ready: { for await _ in doors {} }, proof: { "well" }) {
            before.withLock { $0 = bed.notices.count }
            opening.finish()
            await bed.clock.nap()
        }

        #expect(before.withLock { $0 } == 0)
        #expect(bed.notices.first == [.ready])
    }

    @Test func `that ends before it is ready never says that it is`() async throws {
        let bed = Bed()
        let (doors, _) = AsyncStream.makeStream(of: Void.self)

        try await bed.run(watched, ready: { for await _ in doors {} }, proof: { "well" }) {}

        #expect(bed.notices == [[.stopping]])
    }

    @Test func `feeds nobody without a watchdog`() async throws {
        let bed = Bed()

        try await bed.run([:], proof: { "well" }) {
            await bed.clock.nap()
            bed.clock.advance(by: Heartbeat.usually)
            await bed.clock.nap()
        }

        #expect(!bed.notices.joined().contains(.watchdog))
        #expect(bed.notices.joined().contains(.status("well")))
    }

    @Test func `does not feed without proof, and goes on trying`() async throws {
        struct Broken: Error {}
        let bed = Bed()
        let isWell = Mutex(false)

        try await bed.run(
            watched,
            proof: {
                guard isWell.withLock({ $0 }) else { throw Broken() }
                return "well"
            }
        ) {
            await bed.clock.nap()
            let fed = bed.notices.joined().contains(.watchdog)
            isWell.withLock { $0 = true }
            bed.clock.advance(by: .seconds(10))
            await bed.clock.nap()

            #expect(!fed)
            #expect(bed.notices.joined().contains(.watchdog))
        }
    }

    @Test func `stops when the ledger hangs in a write, and goes on when it does not`() async throws {
        let bed = Bed()
        let isHanging = Mutex(false)
        let hang = DispatchSemaphore(value: 0)
        let (hung, hanging) = AsyncStream.makeStream(of: Void.self)
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test",
            clocks: LedgerClocks(
                wall: {
                    // Asked inside a write, on the ledger's own thread.
                    if isHanging.withLock({ $0 }) {
                        hanging.finish()
                        hang.wait()
                    }
                    return Timestamp(milliseconds: 1_780_272_000_000)
                }, continuous: { .zero }, randomBytes: { [UInt8](repeating: 1, count: $0) }),
            onFault: { _ in })
        let proof: @Sendable () async throws -> String = {
            StatusSentence.of(try await ledger.figures(), faults: [])
        }

        try await bed.run(watched, proof: proof) {
            await bed.clock.nap()
            isHanging.withLock { $0 = true }
            async let write: Void = ledger.noteClockStep(by: .seconds(9))
            for await _ in hung {}
            bed.clock.advance(by: .seconds(100))
            // Whatever could be fed meanwhile has been: everything that runs here has had its turn.
            for _ in 0..<1000 { await Task.yield() }
            let fed = bed.notices.joined().count { $0 == .watchdog }
            isHanging.withLock { $0 = false }
            hang.signal()
            try await write
            await bed.clock.nap()

            #expect(fed == 1)
            #expect(bed.notices.joined().count { $0 == .watchdog } == 2)
        }
    }

    @Test func `stops when the worker's loop does not come around`() async throws {
        let bed = Bed()
        let pulse = Pulse()
        let (knocks, knocking) = AsyncStream.makeStream(of: Void.self)

        try await bed.run(
            watched,
            proof: {
                await pulse.next(knocking: { knocking.yield() })
                return "well"
            }
        ) {
            var heard = knocks.makeAsyncIterator()
            await heard.next()
            let fed = bed.notices.joined().contains(.watchdog)
            pulse.beat()
            await bed.clock.nap()

            #expect(!fed)
            #expect(bed.notices.joined().contains(.watchdog))
        }
    }

    @Test func `says in a sentence what is open and what is wrong`() async throws {
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test",
            clocks: LedgerClocks(
                wall: { Timestamp(milliseconds: 1_780_272_000_000) }, continuous: { .zero },
                randomBytes: { _ in (0..<10).map { _ in UInt8.random(in: 0...255) } }),
            onFault: { _ in })
        let idle = StatusSentence.of(try await ledger.figures(), faults: [])
        let sale = Sale(
            amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(60))
        _ = try await ledger.open(sale, key: nil, by: "test")

        let busy = StatusSentence.of(
            try await ledger.figures(), faults: ["the acquirer of main does not answer"])

        #expect(idle == "no open sales, no pieces of work in the queue")
        #expect(
            busy
                == "1 open sale, 2 pieces of work in the queue; the acquirer of main does not answer"
        )
    }
}
