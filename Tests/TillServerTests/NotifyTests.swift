// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore
import TillTesting

@Suite struct `Notifies` {
    @Test func `that are authentic are recorded, and then acknowledged`() async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let head = try await shop.ledger.journalHead()
            let ask = try await shop.notify(NotifyShop.paid(order.attempts[0].reference))

            let reply = try await shop.door.send(ask)

            let payment = Payment(
                acquirerReference: "pay_1", amount: Money(minorUnits: 1250, .cny),
                paidAt: shop.clock.wall)
            let fact = OrderFact.attempt(
                order.attempts[0].reference, .outcome(.paid(payment), .notify))
            #expect(reply.status == 204)
            #expect(reply.body.isEmpty)
            #expect(try await shop.entries(after: head) == [.recorded(fact)])
            #expect(try await shop.ledger.order(order.id).status == .paid)
        }
    }

    @Test func `told twice count once`() async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let ask = try await shop.notify(NotifyShop.paid(order.attempts[0].reference))
            _ = try await shop.door.send(ask)
            let head = try await shop.ledger.journalHead()
            let once = try await shop.ledger.order(order.id)

            let reply = try await shop.door.send(ask)

            #expect(reply.status == 204)
            #expect(try await shop.ledger.journalHead() == head)
            #expect(try await shop.ledger.order(order.id) == once)
        }
    }

    @Test func `told twice at once count once`() async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let head = try await shop.ledger.journalHead()
            let ask = try await shop.notify(NotifyShop.paid(order.attempts[0].reference))

            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<10 { group.addTask { try await shop.door.send(ask).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(statuses == Array(repeating: 204, count: 10))
            #expect(try await shop.ledger.journalHead() == head + 1)
        }
    }

    /// How somebody might fake one.
    enum Forgery: String, CaseIterable, Sendable {
        case secretOfAnother, bodyChanged, idChanged, timeChanged, tooOld, tooNew, unsigned
        case noID, noTime, emptySignature, otherVersion, cutShort
    }

    private func forge(_ forgery: Forgery, _ body: String, in shop: NotifyShop) async throws -> Ask {
        func without(_ name: String, _ ask: Ask) -> Ask {
            var ask = ask
            ask.fields.removeAll { $0.0 == name }
            return ask
        }
        func with(_ name: String, _ value: String, _ ask: Ask) -> Ask {
            var ask = without(name, ask)
            ask.fields.append((name, value))
            return ask
        }
        let good = try await shop.notify(body)
        let signature = good.fields.first { $0.0 == "webhook-signature" }?.1 ?? ""
        switch forgery {
        case .secretOfAnother:
            return try await shop.notify(body, secret: Array(repeating: 7, count: 32))
        case .bodyChanged:
            var ask = good
            ask.body = Array(body.replacing("\"value\":1250", with: "\"value\":1251").utf8)
            return ask
        case .idChanged: return with("webhook-id", "msg_2", good)
        case .timeChanged: return with("webhook-timestamp", "\(shop.clock.wall.milliseconds / 1000 + 1)", good)
        case .tooOld: return try await shop.notify(body, secondsAgo: 301)
        case .tooNew: return try await shop.notify(body, secondsAgo: -301)
        case .unsigned: return without("webhook-signature", good)
        case .noID: return without("webhook-id", good)
        case .noTime: return without("webhook-timestamp", good)
        case .emptySignature: return with("webhook-signature", "v1,", good)
        case .otherVersion:
            return with("webhook-signature", signature.replacing("v1,", with: "v2,"), good)
        case .cutShort:
            var ask = good
            ask.body.removeLast()
            return ask
        }
    }

    @Test(arguments: Forgery.allCases) func `that are forged leave a row and nothing else`(
        _ forgery: Forgery
    ) async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let head = try await shop.ledger.journalHead()
            let body = NotifyShop.paid(order.attempts[0].reference)
            let ask = try await forge(forgery, body, in: shop)

            let reply = try await shop.door.send(ask)

            let entries = try await shop.entries(after: head)
            #expect(reply.status == 401)
            #expect(reply.body.isEmpty)
            #expect(entries.map(\.name) == ["unbelieved"])
            #expect(try await shop.ledger.order(order.id) == order)
            #expect(try await shop.ledger.openHolds().isEmpty)
            // Had it been saved, the true one of the same id would count as told before.
            #expect(try await shop.door.send(try await shop.notify(body)).status == 204)
            #expect(try await shop.ledger.order(order.id).status == .paid)
        }
    }

    @Test func `that are old by a little less than five minutes are believed`() async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let body = NotifyShop.paid(order.attempts[0].reference)

            let reply = try await shop.door.send(try await shop.notify(body, secondsAgo: 300))

            #expect(reply.status == 204)
        }
    }

    @Test(arguments: ["{", "[]", #"{"type":"payment.paid"}"#, #"{"type":"payment.paid","data":{}}"#])
    func `that are authentic and make no sense are refused`(_ body: String) async throws {
        try await NotifyShop.open { shop in
            let head = try await shop.ledger.journalHead()

            let reply = try await shop.door.send(try await shop.notify(body))

            #expect(reply.status == 400)
            #expect(reply.body.isEmpty)
            #expect(try await shop.entries(after: head).map(\.name) == ["unbelieved"])
        }
    }

    @Test func `for an order that is not ours are taken, and a person looks`() async throws {
        try await NotifyShop.open { shop in
            let head = try await shop.ledger.journalHead()
            let body = NotifyShop.paid("01J00000000000000000000000")

            let reply = try await shop.door.send(try await shop.notify(body))
            let again = try await shop.door.send(try await shop.notify(body))

            let holds = try await shop.ledger.openHolds()
            #expect(reply.status == 204)
            #expect(again.status == 204)
            #expect(try await shop.entries(after: head).map(\.name) == ["stray"])
            #expect(holds.count == 1)
            #expect(holds.first?.order == nil)
        }
    }

    @Test(arguments: [("1200", "CNY"), ("1250", "JPY")])
    func `of another amount or currency are taken, and a person looks`(_ value: String, _ currency: String)
        async throws
    {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let body = NotifyShop.paid(order.attempts[0].reference, Int(value) ?? 0, currency)

            let reply = try await shop.door.send(try await shop.notify(body))

            #expect(reply.status == 204)
            #expect(try await shop.ledger.order(order.id).status == .needsPerson)
            #expect(try await shop.ledger.openHolds().first?.order == order.id)
        }
    }

    @Test func `of a kind that is new to us are taken and mean nothing`() async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()

            let reply = try await shop.door.send(
                try await shop.notify(#"{"type":"merchant.renamed","data":{}}"#))

            #expect(reply.status == 204)
            #expect(try await shop.ledger.order(order.id) == order)
        }
    }

    @Test(arguments: [
        ("POST", "/notify/other"), ("GET", "/notify/main"), ("PUT", "/notify/main"),
        ("POST", "/notify"), ("POST", "/notify/"), ("POST", "/notify/main/more"), ("POST", "/"),
        ("POST", "/v1/orders"), ("GET", "/v1/health"),
    ]) func `come to the path of an account and nowhere else`(_ method: String, _ path: String)
        async throws
    {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let head = try await shop.ledger.journalHead()
            var ask = try await shop.notify(NotifyShop.paid(order.attempts[0].reference))
            (ask.method, ask.path) = (method, path)

            let reply = try await shop.door.send(ask)

            #expect(reply.status == 404)
            #expect(reply.body.isEmpty)
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `that are too long are refused unread`() async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let head = try await shop.ledger.journalHead()
            let body = NotifyShop.paid(order.attempts[0].reference)
            let padded = body + String(repeating: " ", count: 65_537 - body.utf8.count)

            let reply = try await shop.door.send(try await shop.notify(padded))

            #expect(reply.status == 413)
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `that flood in are slowed down before anything is computed or written`() async throws {
        try await NotifyShop.open { shop in
            let head = try await shop.ledger.journalHead()
            let forged = Ask(method: "POST", path: "/notify/main", body: Array("{}".utf8))

            var statuses: [Int] = []
            for _ in 0..<102 { statuses.append(try await shop.door.send(forged).status) }
            let rows = try await shop.ledger.journalHead() - head
            shop.clock.advance(milliseconds: 1000)
            var later: [Int] = []
            for _ in 0..<21 { later.append(try await shop.door.send(forged).status) }

            #expect(statuses == Array(repeating: 401, count: 100) + [429, 429])
            #expect(rows == 100)
            #expect(later == Array(repeating: 401, count: 20) + [429])
        }
    }

    @Test func `that flood in after a quiet night are as few as ever`() async throws {
        try await NotifyShop.open { shop in
            let forged = Ask(method: "POST", path: "/notify/main", body: Array("{}".utf8))
            shop.clock.advance(milliseconds: 8 * 3_600_000)

            var statuses: [Int] = []
            for _ in 0..<101 { statuses.append(try await shop.door.send(forged).status) }

            #expect(statuses == Array(repeating: 401, count: 100) + [429])
        }
    }

    @Test func `are not acknowledged if they cannot be saved`() async throws {
        try await NotifyShop.open { shop in
            let order = try await shop.order()
            let ask = try await shop.notify(NotifyShop.paid(order.attempts[0].reference))
            shop.ledger.end()

            let reply = try await shop.door.send(ask)

            #expect(reply.status == 503)
            #expect(try await shop.ledger.order(order.id) == order)
        }
    }
}
