// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer
import Testing
import TillCore
import TillStore
import TillTesting

/// A merchant with two terminals, each with a ledger of its own, and one statement for both. The
/// provider and the bank are those that are shipped.
@Suite struct `A day at two terminals of one merchant` {
    private let clock = WorldClock(seed: 4)
    private let bank: PlayedSandbox
    private let day = CalendarDay(of: Timestamp(milliseconds: WorldClock.beginning))

    init() throws { bank = try PlayedSandbox(seed: 4, clock: clock) }

    private func counter(_ terminal: TerminalID) throws -> Counter { try Counter(terminal, at: bank, clock) }

    /// The night, until the bank has the statement.
    private func pass() { clock.advance(milliseconds: 86_400_000 + 600_000) }

    @Test func `is proven at both, each by the lines that are its own`() async throws {
        let (first, second) = (try counter("T-0001"), try counter("T-0002"))
        _ = try await first.sell(1250)
        let returned = try await second.sell(300)
        _ = try await first.sell(80)
        try await second.refund(returned)
        pass()

        let proofs = (try await first.prove(), try await second.prove())

        #expect(try await first.reasons() == [])
        #expect(try await second.reasons() == [])
        #expect(proofs.0.provenUntil == day)
        #expect(proofs.1.provenUntil == day)
        #expect(proofs.0.days.map(\.lines) == [4])
        // Both keep the same statement, and either can show it for the other.
        #expect(proofs.0.days.map(\.hash) == proofs.1.days.map(\.hash))
    }

    @Test func `has a payment that one of them never heard of: one hold there, and none at the other`()
        async throws
    {
        let (first, second) = (try counter("T-0001"), try counter("T-0002"))
        _ = try await first.sell(1250)
        _ = try await second.sell(300)
        try await second.sellPastTheLedger("LOST", 900)
        pass()

        let proofs = (try await first.prove(), try await second.prove())

        #expect(try await first.reasons() == [])
        #expect(
            try await second.reasons()
                == [.strayLine("main", day, subject: "a payment of 9.00 CNY for LOST")])
        #expect(proofs.0.provenUntil == day)
        #expect(proofs.1.provenUntil == nil)
    }

    @Test func `has a payment that the statement lacks: one hold where it was made`() async throws {
        let (first, second) = (try counter("T-0001"), try counter("T-0002"))
        let order = try await first.sell(1250, script: "paid_at_once+statement_short")
        _ = try await second.sell(300)
        pass()

        _ = (try await first.prove(), try await second.prove())

        let key = order.transactions[0].key
        #expect(try await first.reasons() == [.missingInStatement(.transaction(key), day)])
        #expect(try await second.reasons() == [])
    }

    @Test func `has money given back at the bank's console: one hold where it was paid`() async throws {
        let (first, second) = (try counter("T-0001"), try counter("T-0002"))
        let order = try await first.sell(1250)
        _ = try await second.sell(300)
        try #require(try bank.refundAtConsole(try #require(order.keptTransaction).key.acquirerReference, nil))
        pass()

        _ = (try await first.prove(), try await second.prove())

        let refunds = try await first.ledger.order(order.id).refunds
        #expect(refunds.map(\.reason) == [.elsewhere])
        #expect(
            try await first.reasons()
                == refunds.map { .refundedElsewhere($0.id, Money(minorUnits: 1250, .cny)) })
        #expect(try await second.reasons() == [])
    }

    /// A configuration was copied to a second machine with all that is in it: two ledgers of one
    /// name, of which each finds what the other did.
    @Test func `of the same name ends with a hold for every payment of the other`() async throws {
        let (first, copy) = (try counter("T-0001"), try counter("T-0001"))
        let (ours, theirs) = (try await first.sell(1250), try await copy.sell(300))
        pass()

        let proofs = (try await first.prove(), try await copy.prove())

        let numbers = [theirs, ours].map(\.attempts[0].reference)
        #expect(
            try await first.reasons()
                == [.strayLine("main", day, subject: "a payment of 3.00 CNY for \(numbers[0])")])
        #expect(
            try await copy.reasons()
                == [.strayLine("main", day, subject: "a payment of 12.50 CNY for \(numbers[1])")])
        #expect(proofs.0.provenUntil == nil)
        #expect(proofs.1.provenUntil == nil)
    }
}
