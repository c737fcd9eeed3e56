// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Those who read events as they come, each with a box of its own that what is new is put into.
///
/// ```
///  journal ──▶ EventPump ──▶ box ──▶ connection     one read of the ledger for all of them
///                      └──▶ box ──▶ connection     a full box is emptied: its reader goes back to the ledger
/// ```
package final class EventReaders: Sendable {
    private struct State {
        var next = 0
        var boxes: [Int: EventBox] = [:]
        /// Those who wait for an answer rather than for a stream.
        var polls = 0
    }

    /// How many may read at once.
    package let limit: Int
    private let state = Mutex(State())
    private let arrivals: AsyncStream<Void>
    private let arrival: AsyncStream<Void>.Continuation

    /// States how many may read at once.
    package init(limit: Int = 128) {
        self.limit = limit
        (arrivals, arrival) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// A place for one more reader; nil if there are as many as may be.
    func join() -> EventPlace? {
        let place = state.withLock { state -> EventPlace? in
            guard state.boxes.count + state.polls < limit else { return nil }
            state.next += 1
            let box = EventBox()
            state.boxes[state.next] = box
            return EventPlace(box, state.next, of: self)
        }
        if place != nil { arrival.yield() }
        return place
    }

    /// Takes a reader away.
    func leave(_ id: Int) { state.withLock { _ = $0.boxes.removeValue(forKey: id) } }

    /// A place for somebody who waits for one answer; false if there is none.
    func beginPoll() -> Bool {
        state.withLock { state in
            guard state.boxes.count + state.polls < limit else { return false }
            state.polls += 1
            return true
        }
    }

    /// Gives the place back.
    func endPoll() { state.withLock { $0.polls -= 1 } }

    /// How many read a stream or wait for an answer.
    var count: Int { state.withLock { $0.boxes.count + $0.polls } }

    /// Whether anybody reads a stream.
    var areThere: Bool { state.withLock { !$0.boxes.isEmpty } }

    /// One hint whenever somebody has begun to read a stream.
    var joins: AsyncStream<Void> { arrivals }

    /// Puts something into every box, or says that it has no room.
    func put(_ news: [EventNews]) { for box in boxes { box.put(news) } }

    /// Sends everybody back to the ledger.
    func sendBack() { for box in boxes { box.sendBack() } }

    /// Has everybody who has nothing to read hear that the connection stands, and closes what stands still.
    func beat() { for box in boxes { box.beat() } }

    private var boxes: [EventBox] { state.withLock { Array($0.boxes.values) } }
}
