// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore

@Suite struct `An idempotency key` {
    @Test func `opens one order however often it comes`() async throws {
        let ledger = try Bench.inMemory()
        let first = try await ledger.open(.tea, key: .opening("k"), by: "anna")
        let paid = try await ledger.tell(.money("M1"), of: first.order)

        let second = try await ledger.open(.tea, key: .opening("k"), by: "anna")

        #expect(!first.isReplay)
        #expect(second.isReplay)
        #expect(second.order == paid)
        #expect(try await ledger.newestOrders(limit: 9).count == 1)
    }

    @Test func `with another body is refused`() async throws {
        let ledger = try Bench.inMemory()
        let first = try await ledger.open(.tea, key: .opening("k"), by: "anna").order

        await #expect(throws: LedgerError.keyConflict(key: "k")) {
            try await ledger.open(.tea, key: .opening("k", body: "coffee"), by: "anna")
        }
        await #expect(throws: LedgerError.keyConflict(key: "k")) {
            try await ledger.accept(
                .cancel, about: first.id, key: .opening("k", body: "x"), by: "anna")
        }
        #expect(try await ledger.newestOrders(limit: 9) == [first])
    }

    @Test func `of another route is another key`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.open(.tea, key: .opening("k"), by: "anna").order

        let cancelled = try await ledger.accept(
            .cancel, about: order.id,
            key: IdempotencyKey(route: "POST /v1/orders/\(order.id)/cancel", key: "k", body: []),
            by: "anna")

        #expect(!cancelled.isReplay)
        #expect(cancelled.order.state == .closed)
    }

    @Test func `carries a command out once`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.paid(with: "M1")
        let key = IdempotencyKey(route: "refund", key: "k", body: [1])
        let refund = OrderCommand.refund(Money(minorUnits: 100, .cny), note: "")

        let first = try await ledger.accept(refund, about: order.id, key: key, by: "anna")
        let second = try await ledger.accept(refund, about: order.id, key: key, by: "anna")

        #expect(!first.isReplay)
        #expect(second.isReplay)
        #expect(second.order.refunds.count == 1)
    }

    @Test func `of a refused command is free again`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()
        let key = IdempotencyKey(route: "refund", key: "k", body: [])
        await #expect(throws: OrderError.notPaid(order.id)) {
            try await ledger.accept(.refund(nil, note: ""), about: order.id, key: key, by: "anna")
        }
        try await ledger.tell(.money("M1"), of: order)

        let accepted = try await ledger.accept(
            .refund(nil, note: ""), about: order.id, key: key, by: "anna")

        #expect(!accepted.isReplay)
        #expect(accepted.order.refunds.count == 1)
    }

    @Test func `that fifty clients bring at once opens one order`() async throws {
        let bench = try Bench()

        let answers = try await bench.day { ledger in
            try await withThrowingTaskGroup { clients in
                for _ in 0..<50 {
                    clients.addTask { try await ledger.open(.tea, key: .opening("k"), by: "anna") }
                }
                return try await clients.reduce(into: [Accepted]()) { $0.append($1) }
            }
        }

        #expect(Set(answers.map(\.order)).count == 1)
        #expect(answers.count { !$0.isReplay } == 1)
        #expect(try bench.sqlite("SELECT count(*) FROM orders").output == "1\n")
    }

    @Test func `survives a restart`() async throws {
        let bench = try Bench()
        let first = try await bench.day {
            try await $0.open(.tea, key: .opening("k"), by: "anna").order
        }

        let second = try await bench.day {
            try await $0.open(.tea, key: .opening("k"), by: "anna")
        }

        #expect(second.isReplay)
        #expect(second.order == first)
    }

    @Test func `starts one attempt`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()
        let key = IdempotencyKey(route: "attempts", key: "k", body: [])

        _ = try await ledger.startAttempt(of: order.id, account: "main", key: key, by: "anna")
        let again = try await ledger.startAttempt(
            of: order.id, account: "main", key: key, by: "anna")

        #expect(again.isReplay)
        #expect(again.order.attempts.count == 2)
    }
}

@Suite struct `The limit of open orders` {
    @Test func `holds when fifty clients come at once`() async throws {
        let ledger = try Bench.inMemory()

        let opened = await withTaskGroup { clients in
            for _ in 0..<50 {
                clients.addTask {
                    do {
                        _ = try await ledger.open(.tea, key: nil, by: "anna", limit: 7)
                        return true
                    } catch {
                        #expect(error as? LedgerError == .tooManyOpenOrders(limit: 7))
                        return false
                    }
                }
            }
            return await clients.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(opened == 7)
        #expect(try await ledger.openOrders().count == 7)
    }

    @Test func `counts what is being cancelled and not what is over`() async throws {
        let ledger = try Bench.inMemory()
        let cancelling = try await ledger.present()
        _ = try await ledger.accept(.cancel, about: cancelling.id, key: nil, by: "anna")
        _ = try await ledger.paid(with: "M1")

        _ = try await ledger.open(.tea, key: nil, by: "anna", limit: 2)

        await #expect(throws: LedgerError.tooManyOpenOrders(limit: 2)) {
            try await ledger.open(.tea, key: nil, by: "anna", limit: 2)
        }
    }

    @Test func `does not keep an answer from who asks again`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.open(.tea, key: .opening("k"), by: "anna", limit: 1)

        let again = try await ledger.open(.tea, key: .opening("k"), by: "anna", limit: 1)

        #expect(again.isReplay)
    }
}
