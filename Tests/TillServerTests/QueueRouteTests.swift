// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@Suite struct `The queue in the local API` {
    private static let why = #"{"why":"the line is down","by":"anna"}"#

    private func page(_ reply: Reply) throws -> QueuePage {
        try WireJSON.message(QueuePage.self, from: reply.body)
    }

    private func drain(_ reply: Reply) throws -> DrainResource {
        try WireJSON.message(DrainResource.self, from: reply.body)
    }

    @Test func `says what a sale owes, through which account, and why it waits`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented, account: "second")
            shop.clock.advance(milliseconds: 7_500)

            let rows = try page(try await shop.send(.get("/v1/queue"))).rows

            #expect(rows.map(\.id) == [2, 3])
            #expect(rows.map(\.what) == [.deadline, .watch])
            #expect(rows.map(\.about) == [nil, order.attempts[0].reference.text])
            #expect(rows.map(\.account) == [nil, "second"])
            #expect(rows.map(\.order) == [order.id.text, order.id.text])
            #expect(rows.map(\.amount.value) == [1250, 1250])
            #expect(rows.map(\.wait) == [.waits, .due])
            #expect(rows.map(\.nextSeconds) == [293, nil])
            #expect(rows.map(\.ageSeconds) == [8, 8])
            #expect(rows.map(\.detail) == ["the sale is given up in 293 s", "is due now"])
        }
    }

    @Test func `tells what whoever works on it knows`() async throws {
        try await Shop.open { shop in
            _ = try await shop.order(.presented)
            let now = shop.ledger.time.now
            var sight = QueueBoard.Sight()
            sight.standings[3] = QueueBoard.Standing(
                dueAt: now + .seconds(4), tries: 3, lastAnswer: "no route")
            shop.ledger.board.publish(sight, of: .provider)
            let later = try page(try await shop.send(.get("/v1/queue?lane=provider"))).rows
            sight.rests["main"] = now + .seconds(6)
            shop.ledger.board.publish(sight, of: .provider)

            let spared = try page(try await shop.send(.get("/v1/queue?lane=provider"))).rows

            #expect(later.map(\.wait) == [.waits])
            #expect(later.map(\.detail) == ["is tried again in 4 s, after 3 tries: no route"])
            #expect(later.map(\.tries) == [3])
            #expect(later.map(\.lastAnswer) == ["no route"])
            #expect(spared.map(\.wait) == [.accountRests])
            #expect(
                spared.map(\.detail)
                    == ["the acquirer of main does not answer: it is asked again in 6 s"])
            #expect(spared.map(\.nextSeconds) == [6])
        }
    }

    @Test func `says so where nothing will come of it`() async throws {
        try await Shop.open(.socket, Shop.Surroundings(prints: false)) { shop in
            let (order, _) = try await shop.order(.presented, account: "gone")
            _ = try await shop.order(.paid)

            let rows = try page(try await shop.send(.get("/v1/queue"))).rows

            let stuck = rows.filter(\.wait.needsPerson)
            #expect(stuck.map(\.wait) == [.noAccount, .noPrinter])
            #expect(stuck.first?.order == order.id.text)
            #expect(stuck.first?.detail.contains("\"gone\"") == true)
        }
    }

    @Test func `is read page by page`() async throws {
        try await Shop.open { shop in
            for _ in 0..<3 { _ = try await shop.order(.opened) }

            let first = try page(try await shop.send(.get("/v1/queue?limit=4")))
            let second = try page(try await shop.send(.get("/v1/queue?limit=4&after=\(first.last)")))
            let third = try page(try await shop.send(.get("/v1/queue?limit=4&after=\(second.last)")))

            #expect(first.rows.map(\.id) == [1, 2, 3, 4])
            #expect(second.rows.map(\.id) == [5, 6])
            #expect(third.rows == [])
            #expect(third.last == 6)
        }
    }

    @Test func `holds a row, says so at the sale, and releases it`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let held = try page(try await shop.send(.post("/v1/queue/3/hold", Self.why))).rows
            let shown = try await shop.send(.get("/v1/orders/\(order.id)")).order()
            let listed = try WireJSON.message(
                OrderPage.self, from: try await shop.send(.get("/v1/orders")).body)
            let released = try page(try await shop.send(.post("/v1/queue/3/release"))).rows
            let after = try await shop.send(.get("/v1/orders/\(order.id)")).order()

            #expect(held.map(\.wait) == [.held])
            #expect(held.map(\.held?.by) == ["anna"])
            #expect(
                held.map(\.detail) == ["held by anna: the line is down (the acquirer is not asked)"])
            #expect(shown.held?.map(\.row) == [3])
            #expect(shown.held?.map(\.held.why) == ["the line is down"])
            #expect(shown.status == .code)
            #expect(listed.orders.map { $0.held?.map(\.what) } == [[.watch]])
            #expect(released.map(\.wait) == [.due])
            #expect(after.held == nil)
        }
    }

    @Test func `names whoever does not say who they are by their door`() async throws {
        try await Shop.open { shop in
            _ = try await shop.order(.presented)

            let held = try page(
                try await shop.send(.post("/v1/queue/3/hold", #"{"why":"a test"}"#)))

            #expect(held.rows.map(\.held?.by) == ["socket"])
        }
    }

    @Test func `holds a lane with what comes to it`() async throws {
        try await Shop.open { shop in
            _ = try await shop.send(.post("/v1/queue/print/hold", Self.why))
            _ = try await shop.order(.paid)

            let page = try page(try await shop.send(.get("/v1/queue?held=true")))

            #expect(page.rows.map(\.what) == [.print])
            #expect(page.standing.map(\.lane) == ["print"])
            #expect(
                page.rows.map(\.detail)
                    == ["held with its lane by anna: the line is down (nothing is printed)"])
        }
    }

    @Test func `is flushed, but not what is held`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            try await shop.ledger.postpone(
                Postponement(
                    work: 3, until: shop.ledger.time.now + .seconds(60), answer: "no route"))
            let waiting = try page(try await shop.send(.get("/v1/queue?lane=provider"))).rows

            let flushed = try page(
                try await shop.send(.post("/v1/queue/flush", #"{"order":"\#(order.id)"}"#))
            ).rows

            #expect(waiting.map(\.wait) == [.waits])
            #expect(flushed.map(\.wait) == [.waits, .due])
            #expect(flushed.map(\.what) == [.deadline, .watch])
        }
    }

    @Test func `takes no new sale while it is drained, and says by whom`() async throws {
        try await Shop.open { shop in
            let begun = try drain(
                try await shop.send(.post("/v1/drain", #"{"why":"closing time","by":"anna"}"#)))

            let refused = try await shop.send(
                .post("/v1/orders", #"{"amount":{"value":1,"currency":"CNY"}}"#, key: "sale"))
            _ = try await shop.send(.post("/v1/drain/end", key: "end"))
            let sold = try await shop.send(
                .post("/v1/orders", #"{"amount":{"value":1,"currency":"CNY"}}"#, key: "sale"))

            #expect(begun.state == .drained)
            #expect(refused.status == 503)
            #expect(try refused.problem().code == .draining)
            #expect(try refused.problem().detail.contains("anna"))
            #expect(try refused.problem().detail.contains("closing time"))
            #expect(sold.status == 201)
        }
    }

    @Test func `is drained when the last sale is over and only looked after`() async throws {
        try await Shop.open(.socket, Shop.Surroundings(prints: false)) { shop in
            let (order, _) = try await shop.order(.presented)
            _ = try await shop.ledger.accept(.cancel, about: order.id, key: nil, by: "test")
            let begun = try drain(try await shop.send(.post("/v1/drain")))

            async let rested = shop.send(.get("/v1/drain?wait=60"))
            try await shop.ledger.record(
                .attempt(order.attempts[0].reference, .closeConfirmed), about: order.id)
            let end = try drain(try await rested)

            #expect(begun.state == .draining)
            #expect([begun.owed, begun.orders, begun.watched] == [1, 1, 0])
            #expect(begun.oldest?.what == .close)
            #expect(end.state == .drained)
            #expect([end.owed, end.orders, end.watched] == [0, 0, 1])
        }
    }

    @Test(arguments: [
        ("/v1/queue/{order}/hold", "stuck"), ("/v1/queue/provider/hold", "stuck"),
        ("/v1/queue/3/hold", "draining"),
    ])
    func `is stuck where nothing goes on by itself`(path: String, state: String) async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            _ = try await shop.send(.post("/v1/drain"))
            let hold = Ask.post(path, Self.why, key: "hold").named(order: order.id.text, hold: "")
            _ = try await shop.send(hold)

            let drain = try drain(try await shop.send(.get("/v1/drain")))

            #expect(drain.state.rawValue == state)
            #expect([drain.owed, drain.stuck] == [2, 1])
            #expect(drain.oldest?.wait == .held)
        }
    }
}
