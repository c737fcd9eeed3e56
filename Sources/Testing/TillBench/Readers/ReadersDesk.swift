// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A daemon that opens sales, with readers of its events or without.
final class ReadersDesk {
    /// The shop.
    let shop: BenchShop
    /// Those who read; nil for nobody.
    private(set) var crowd: ReaderCrowd?
    /// Seconds from a sale's request until everybody had its events, where that was waited for.
    private(set) var told: [Double] = []
    /// Sales that were opened.
    private var opened = 0
    /// The last event that was there before anybody read.
    private var start: EventCursor?

    /// Sales that a batch has, and how many of them are opened at once.
    private static let batch = (sales: 50, clients: 8)
    /// Batches after which a connection on which nobody reads is full, at the latest.
    private static let batchesMax = 40
    /// What no sale takes that waits for nobody, in seconds: a reader may stand still for three times as long.
    private static let held = 5.0

    private struct Page: Decodable { let last: String }

    /// Opens the shop, without its daemon.
    ///
    /// - Throws: ``BenchFault`` if something of it does not come up.
    init(_ name: String, _ ground: Ground) throws(BenchFault) { shop = try BenchShop(name, in: ground.folder) }

    /// Closes the shop.
    func close() {
        dismiss()
        shop.close()
    }

    /// What the daemon takes at the moment.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if none runs.
    func sight() throws(BenchFault) -> ProcessSight {
        guard let id = shop.daemon?.id else { throw .missing("no daemon runs") }
        return try ProcessSight(id)
    }

    /// Has so many read, and waits until each of them has its answer.
    func gather(_ count: Int) throws(BenchFault) {
        let cursor = try last()
        let crowd = try ReaderCrowd(count, at: shop.api, after: cursor)
        try crowd.greet()
        self.crowd = crowd
        start = cursor
    }

    /// Has nobody read any more.
    func dismiss() { crowd = nil }

    /// Opens sales one after another on one connection, and cancels them.
    ///
    /// - Parameter pace: seconds from one sale to the next at the least, which also waits until everybody has the
    ///   events of the one before; nil has it follow at once, and the events read behind the last.
    /// - Returns: The median of the times from the request to the whole answer.
    func opening(_ count: Int, pace: Double?) throws(BenchFault) -> Double {
        try Sample(times(count, pace: pace)).median
    }

    private func times(_ count: Int, pace: Double?) throws(BenchFault) -> [Double] {
        let lane = try Lane(shop.api)
        var times: [Double] = []
        var answers: [Answer] = []
        for request in shop.openings(count, by: shop.api) {
            let answer = try lane.exchange(request)
            times.append(Ticks.now() - lane.sentAt)
            guard answer.status == 201 else {
                throw .control("a sale is answered \(answer.status) instead of 201: \(answer.text.prefix(200))")
            }
            answers.append(answer)
            guard let pace else { continue }
            try hear()
            if crowd != nil { told.append(Ticks.now() - lane.sentAt) }
            Ticks.nap(lane.sentAt + pace - Ticks.now())
        }
        opened += answers.count
        try hear()
        try shop.cancel(answers)
        try hear()
        return times
    }

    /// Has one more reader read nothing until its connection is full, looks whether sales wait for it, and has it read.
    ///
    /// - Returns: The longest time that a sale took meanwhile.
    /// - Throws: ``BenchFault/control(_:)`` if a sale waits, or the reader has missed something in the end.
    func besideStandingReader() throws(BenchFault) -> Double {
        let crowd = try ReaderCrowd(1, at: shop.api, after: try last())
        try crowd.greet()
        guard let reader = crowd.readers.first else { throw .nothingMeasured }
        var waiting = 0
        var isFull = false
        var slowest = 0.0
        for _ in 0..<Self.batchesMax where !isFull {
            slowest = max(slowest, try sellBatch())
            let now = reader.waiting
            // Nothing of what the others have heard of this batch came in.
            isFull = now > 0 && now == waiting
            waiting = now
        }
        guard isFull else { throw .control("the connection of a reader that reads nothing does not become full") }
        slowest = max(slowest, try Sample(times(Self.batch.sales, pace: nil)).most)
        guard slowest < Self.held else {
            throw .control("a sale takes \(Unit.seconds.text(slowest)) beside a reader that reads nothing")
        }
        guard !reader.isCut, reader.waiting == waiting else {
            throw .control("a reader that reads nothing did not stand still for as long as was measured")
        }
        try catchUp(reader, until: try last().seq)
        return slowest
    }

    /// Opens sales with some clients at once, and cancels them.
    private func sellBatch() throws(BenchFault) -> Double {
        let requests = shop.openings(Self.batch.sales, by: shop.api)
        let outcome = try Load(door: shop.api, clients: Self.batch.clients).run(requests, expecting: 201)
        opened += outcome.answers.count
        try hear()
        try shop.cancel(outcome.answers)
        try hear()
        return try Sample(outcome.times).most
    }

    /// Reads on; where the daemon has given the reader up meanwhile, it comes back with the last event that it has.
    private func catchUp(_ first: EventReader, until seq: Int64) throws(BenchFault) {
        var reader = first
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let end = Ticks.now() + ReaderCrowd.patience
        while reader.hearing.cursor.seq < seq {
            guard Ticks.now() < end else {
                throw .control("a reader that stood still has come to \(reader.hearing.cursor.text) and not to \(seq)")
            }
            if reader.isOver { reader = try EventReader(shop.api, after: reader.hearing.cursor) }
            var place = pollfd(fd: reader.descriptor, events: Int16(POLLIN), revents: 0)
            poll(&place, 1, 1000)
            try reader.take(by: &buffer)
        }
    }

    /// Ends the reading and the daemon, and looks whether the ledger has what was answered and what was heard.
    ///
    /// - Throws: ``BenchFault/control(_:)`` if it has not.
    func check() throws(BenchFault) {
        let end = try last()
        try crowd?.hear(until: end.seq)
        let counts = Set((crowd?.readers ?? []).map(\.hearing.events))
        dismiss()
        try shop.stop()
        let ledger = try BareDatabase(shop.ledger)
        let orders = try ledger.number("SELECT count(*) FROM orders")
        guard orders == opened else { throw .control("\(opened) sales were opened, and the ledger has \(orders)") }
        guard let start, !counts.isEmpty else { return }
        let rows = try ledger.number(
            "SELECT count(*) FROM journal WHERE seq > \(start.seq) AND seq <= \(end.seq)")
        guard rows > 0, counts == [Int(rows)] else {
            throw .control("the journal has \(rows) new rows, and readers have heard of \(counts.sorted())")
        }
    }

    /// Waits until everybody has heard of everything; asks for the last event in any case, so that it costs all alike.
    private func hear() throws(BenchFault) {
        let seq = try last().seq
        try crowd?.hear(until: seq)
    }

    private func last() throws(BenchFault) -> EventCursor {
        let text = try shop.ask("GET", "/v1/events?after=last").message(Page.self).last
        guard let cursor = EventCursor(text) else { throw .control("the last event has no number: \(text)") }
        return cursor
    }
}
