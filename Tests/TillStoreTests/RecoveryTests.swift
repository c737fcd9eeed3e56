// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

@Suite struct `Coming up again` {
    @Test func `puts what was under way in doubt`() async throws {
        let bench = try Bench()
        let (asked, refunded) = try await bench.day { ledger in
            let asked = try await ledger.sell()
            try await ledger.tell(.asking, of: asked)
            var paid = try await ledger.paid(with: "M1")
            paid = try await ledger.accept(
                .refund(nil, note: ""), about: paid.id, key: nil, by: "anna"
            ).order
            try await ledger.record(.refund(paid.refunds[0].id, .sending), about: paid.id)
            try await ledger.record(.print(paid.prints[0].id, .started), about: paid.id)
            return (asked.id, paid.id)
        }

        try await bench.day { ledger in
            try await ledger.recover()

            let uncertain = try await ledger.order(asked)
            let doubtful = try await ledger.order(refunded)
            #expect(uncertain.attempts.map(\.state) == [.uncertain(since: ledger.time.now)])
            #expect(doubtful.refunds.map(\.state) == [.unknown])
            #expect(doubtful.prints.map(\.state) == [.doubtful])
            #expect(doubtful.status == .needsPerson)
            #expect(try await Audit.faults(of: ledger) == [])
        }
    }

    @Test func `puts it in doubt once`() async throws {
        let bench = try Bench()
        try await bench.day { ledger in
            try await ledger.tell(.asking, of: try await ledger.sell())
        }
        let heads = try await bench.day { ledger in
            try await ledger.recover()
            let once = try await ledger.journalHead()
            try await ledger.recover()
            return [once, try await ledger.journalHead()]
        }

        let later = try await bench.day { ledger in
            try await ledger.recover()
            return try await ledger.journalHead()
        }

        #expect(heads[0] == heads[1])
        #expect(later == heads[0] + 1)
    }

    @Test func `reads no table whole that has rows of every sale there ever was`() async throws {
        let ledger = try Bench.inMemory()
        let asked = try await ledger.plans {
            try await ledger.recover()
            _ = try await ledger.figures()
            _ = try await ledger.openOrders()
        }

        #expect(asked.count > 8)
        let plans = asked.joined()
        let growing = [
            "orders", "attempts", "transactions", "refunds", "holds", "prints", "journal", "turnover", "keys",
        ]
        let passing = ["orders_state", "attempts_asking", "refunds_sent", "prints_started", "holds_open"]
        let whole = plans.filter { plan in
            growing.contains { plan.hasPrefix("SCAN \($0)") } && !passing.contains { plan.hasSuffix("INDEX \($0)") }
        }
        #expect(plans.contains { $0.contains("INDEX attempts_asking") })
        #expect(whole.isEmpty)
    }

    @Test func `leaves what was not under way alone`() async throws {
        let bench = try Bench()
        let evening = try await bench.day { ledger in
            _ = try await ledger.sell()
            _ = try await ledger.present()
            _ = try await ledger.paid(with: "M1")
            let cancelled = try await ledger.present()
            _ = try await ledger.accept(.cancel, about: cancelled.id, key: nil, by: "anna")
            return try await ledger.newestOrders(limit: 9)
        }

        let morning = try await bench.day { ledger in
            try await ledger.recover()
            return try await ledger.newestOrders(limit: 9)
        }

        #expect(morning == evening)
    }

    @Test func `counts its starts and keeps its name`() async throws {
        let bench = try Bench()

        let lives = try await [bench.day(life), bench.day(life), bench.day(life)]

        #expect(lives.map(\.boot) == [1, 2, 3])
        #expect(Set(lives.map(\.epoch)).count == 1)
        #expect(lives.map(\.started) == [1, 2, 3])
    }

    private func life(of ledger: Ledger) async throws -> (boot: Int, epoch: String, started: Int) {
        let rows = try await Audit.journal(of: ledger)
        return (
            ledger.boot, ledger.epoch, rows.count { $0.entry == .started(version: "test") }
        )
    }
}
