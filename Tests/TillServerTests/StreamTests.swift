// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@Suite(.timeLimit(.minutes(2))) struct `The stream of events` {
    /// More than the kernel's buffers and a box hold together.
    private func flood(_ shop: Shop) async throws {
        for _ in 0..<3000 { try await shop.ledger.noteClockStep(by: .seconds(60)) }
    }

    @Test func `has everything since the first sale, and then what comes`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let line = try EventLine(shop)

            let past = try await line.read(4)
            try await shop.pay(order)
            let news = try await line.read(1)

            let epoch = shop.ledger.epoch
            #expect(past.first?.retry == "2000")
            #expect(past.compactMap(\.id) == (1...4).map { "\(epoch)-\($0)" })
            #expect(
                past.compactMap(\.event?.type) == ["terminal.noted", "order.opened", "order.changed", "order.code"])
            #expect(past.compactMap(\.event?.id) == past.compactMap(\.id))
            #expect(news.compactMap(\.id) == ["\(epoch)-5"])
            #expect(news.compactMap(\.event?.type) == ["order.paid"])
        }
    }

    @Test func `says the same as the pages`() async throws {
        try await Shop.open { shop in
            for stage in [Stage.paid, .refunded, .settled, .cancelled, .stray] { _ = try await shop.order(stage) }
            let pages = try await shop.send(.get("/v1/events")).events().events

            let blocks = try await EventLine(shop).read(pages.count)

            #expect(blocks.compactMap(\.event) == pages)
        }
    }

    @Test func `goes on after the last event that was read, whatever the address says`() async throws {
        try await Shop.open { shop in
            _ = try await shop.order(.paid)
            let epoch = shop.ledger.epoch

            let line = try EventLine(
                shop, "/v1/events?after=\(epoch)-1", fields: [("Last-Event-ID", "\(epoch)-3")])
            let byAddress = try EventLine(shop, "/v1/events?after=\(epoch)-4")

            #expect(try await line.read(2).compactMap(\.id) == ["\(epoch)-4", "\(epoch)-5"])
            #expect(try await byAddress.read(1).compactMap(\.id) == ["\(epoch)-5"])
        }
    }

    @Test func `begins with what comes, if that is wished`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let line = try EventLine(shop, "/v1/events?after=last")
            // The greeting says that the reader is there.
            _ = try await line.read(1) { $0.retry != nil }

            try await shop.pay(order)

            #expect(try await line.read(1).compactMap(\.event?.type) == ["order.paid"])
        }
    }

    @Test(arguments: ["01J00000000000000000000000-1", "{epoch}-99"])
    func `starts over for a cursor of another life, and goes on from there`(_ cursor: String) async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let after = cursor.replacing("{epoch}", with: shop.ledger.epoch)
            let line = try EventLine(shop, fields: [("Last-Event-ID", after)])

            let reset = try await line.read(1)
            try await shop.pay(order)
            let next = try await line.read(1)

            #expect(reset.compactMap(\.event?.type) == ["reset"])
            #expect(reset.compactMap(\.id) == ["\(shop.ledger.epoch)-4"])
            #expect(next.compactMap(\.id) == ["\(shop.ledger.epoch)-5"])
        }
    }

    @Test func `of one order leaves out the others`() async throws {
        try await Shop.open { shop in
            let (one, _) = try await shop.order(.presented)
            let (other, _) = try await shop.order(.presented)
            let line = try EventLine(shop, "/v1/events?order=\(one.id)")

            let past = try await line.read(3)
            try await shop.pay(other)
            try await shop.pay(one)
            let news = try await line.read(1)

            #expect((past + news).compactMap(\.event?.order) == Array(repeating: one.id.text, count: 4))
            #expect(news.compactMap(\.id) == ["\(shop.ledger.epoch)-9"])
        }
    }

    @Test func `of one order leaves out the others also when it has caught up`() async throws {
        try await Shop.open { shop in
            let (one, _) = try await shop.order(.opened)
            let line = try EventLine(shop, "/v1/events?order=\(one.id)")
            let reference = one.attempts[0].reference
            var told = try await line.read(1)

            for step in 0..<3 {
                _ = try await shop.order(.presented)
                switch step {
                case 0: try await shop.ledger.record(.attempt(reference, .asking), about: one.id)
                case 1: try await shop.ledger.record(.attempt(reference, .answerLost), about: one.id)
                default: try await shop.pay(one)
                }
                told += try await line.read(1)
            }

            #expect(told.compactMap(\.event?.order) == Array(repeating: one.id.text, count: 4))
        }
    }

    @Test func `misses nothing while sales go on beside the catching up`() async throws {
        try await Shop.open { shop in
            for _ in 0..<30 { _ = try await shop.order(.paid) }
            async let sold: Void = {
                for _ in 0..<30 { _ = try await shop.order(.paid) }
            }()
            let lines = try (0..<4).map { _ in try EventLine(shop) }

            for line in lines {
                let blocks = try await line.read(241)
                #expect(blocks.compactMap(\.id) == (1...241).map { "\(shop.ledger.epoch)-\($0)" })
            }
            try await sold
        }
    }

    @Test func `is refused to those who are too many, and free again when one goes`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.readers = 2
        try await Shop.open(.socket, surroundings) { shop in
            var lines: [EventLine] = []
            for _ in 0..<2 {
                lines.append(try EventLine(shop))
                _ = try await lines[lines.count - 1].read(1)
            }
            var ask = Ask.get("/v1/events")
            ask.fields.append(("Accept", "text/event-stream"))

            let refused = try await shop.send(ask)
            let poll = try await shop.send(.get("/v1/events?wait=60&after=\(shop.ledger.epoch)-1"))
            let page = try await shop.send(.get("/v1/events"))

            #expect(try refused.problem().code == .tooManyReaders)
            #expect(refused.status == 429)
            #expect(try poll.problem().code == .tooManyReaders)
            #expect(page.status == 200)
            lines.removeLast()
            // The next thing that is written there finds that nobody is there any more.
            while try await shop.send(.get("/v1/events?wait=1&after=\(shop.ledger.epoch)-1")).status == 429 {
                try Task.checkCancellation()
                _ = try await shop.order(.opened)
            }
        }
    }

    @Test func `says from time to time that it stands`() async throws {
        try await Shop.open { shop in
            let line = try EventLine(shop)
            _ = try await line.read(1)

            // The pump sleeps from the first reader on.
            await shop.beats.nap()
            shop.beats.advance(by: .seconds(15))
            let beat = try await line.read(1) { $0.comments > 0 }

            #expect(beat.count == 1)
            #expect(beat.first?.text == nil && beat.first?.id == nil)
        }
    }

    @Test(arguments: [true, false])
    func `ends with the next sign of life when its reader's token is taken back or over, and no other does`(
        _ isTakenBack: Bool
    ) async throws {
        try await Shop.open(.port) { shop in
            let reply = try await shop.send(.post("/v1/tokens", #"{"name":"board","roles":["report"],"days":1}"#))
            let made = try WireJSON.message(MadeTokenResource.self, from: reply.body)
            let line = try EventLine(shop, token: made.secret)
            let past = try await line.read(1)
            let other = try EventLine(shop)
            _ = try await other.read(1)

            if isTakenBack {
                _ = try await shop.send(.post("/v1/tokens/board/revoke"))
            } else {
                shop.clock.advance(milliseconds: 86_400_000)
            }
            await shop.beats.nap()
            shop.beats.advance(by: .seconds(15))
            let rest = try await line.read(1) { $0.comments > 0 }
            let beat = try await other.read(1) { $0.comments > 0 }

            #expect(past.count { $0.text != nil } == 1)
            #expect(rest.isEmpty)
            #expect(beat.count == 1)
        }
    }

    @Test func `goes on for a token that is good`() async throws {
        try await Shop.open(.port) { shop in
            let reply = try await shop.send(.post("/v1/tokens", #"{"name":"board","roles":["report"]}"#))
            let made = try WireJSON.message(MadeTokenResource.self, from: reply.body)
            let line = try EventLine(shop, token: made.secret)
            _ = try await line.read(1)

            await shop.beats.nap()
            shop.beats.advance(by: .seconds(15))
            let beat = try await line.read(1) { $0.comments > 0 }

            #expect(beat.count == 1)
        }
    }

    @Test func `has a head without a body, and no reader stays behind`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.readers = 1
        try await Shop.open(.socket, surroundings) { shop in
            var ask = Ask(method: "HEAD", path: "/v1/events")
            ask.fields.append(("Accept", "text/event-stream"))

            let head = try await shop.send(ask)
            let line = try EventLine(shop)

            #expect(head.status == 200)
            #expect(head.mediaType == "text/event-stream")
            #expect(head.body.isEmpty)
            #expect(try await line.read(1).count { $0.text != nil } == 1)
        }
    }

    @Test func `holds no sale up for a reader that does not read, and has everything when it does`() async throws {
        try await Shop.open { shop in
            let line = try EventLine(shop, buffer: 4096)
            _ = try await line.read(1)

            try await flood(shop)
            let (order, _) = try await shop.order(.paid)
            let reply = try await shop.send(.get("/v1/orders/\(order.id)"))
            let head = try await shop.ledger.journalHead()
            let blocks = try await line.read(Int(head) - 1)

            #expect(try reply.order().status == .paid)
            #expect(head == 3005)
            #expect(blocks.compactMap(\.id) == (2...head).map { "\(shop.ledger.epoch)-\($0)" })
        }
    }

    @Test func `is closed for a reader that reads nothing for long, and its place is free again`() async throws {
        var surroundings = Shop.Surroundings()
        surroundings.readers = 1
        try await Shop.open(.socket, surroundings) { shop in
            let line = try EventLine(shop, buffer: 4096)
            _ = try await line.read(1)
            try await flood(shop)

            // How many beats it takes depends on when the writing comes to its stand.
            while try await !line.isCut(within: .milliseconds(20)) {
                try Task.checkCancellation()
                shop.beats.advance(by: .seconds(15))
            }
            let count = try await line.readToEnd()

            #expect(count < 3000)
            // The place is free as soon as the server is through with the connection.
            while try await shop.send(.get("/v1/events?wait=1&after=\(shop.ledger.epoch)-1")).status == 429 {
                try Task.checkCancellation()
            }
        }
    }

    @Test(arguments: [Shop.Kind.socket, .port]) func `ends at once when the daemon ends, also where nobody reads`(
        _ kind: Shop.Kind
    ) async throws {
        try await Shop.open(kind) { shop in
            let reading = try EventLine(shop)
            _ = try await reading.read(1)
            let idle = try EventLine(shop, buffer: 4096)
            _ = try await idle.read(1)
            try await flood(shop)

            await shop.close()

            #expect(try await reading.readToEnd() <= 3000)
        }
    }

    @Test func `is text that no one keeps`() async throws {
        try await Shop.open { shop in
            var ask = Ask.get("/v1/events")
            ask.fields.append(("Accept", "text/html, text/event-stream;q=0.9"))
            async let reply = shop.send(ask)
            for _ in 0..<20 { _ = try await shop.send(.get("/v1/holds")) }
            await shop.close()

            let said = try await reply
            #expect(said.status == 200)
            #expect(said.mediaType == "text/event-stream")
            #expect(said.fields["cache-control"] == "no-store")
            #expect(said.fields["x-accel-buffering"] == "no")
        }
    }
}
