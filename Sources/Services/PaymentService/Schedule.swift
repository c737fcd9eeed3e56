// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

/// When each piece of work of a lane is tried next. In memory: after a restart all of it is due.
///
/// Rows of one order go one after the other; rows of other orders pass. What a person holds is not
/// given out. Rows that fail again and again never take all places.
package struct Schedule: Sendable {
    private struct Entry {
        let work: Work
        var dueAt: Timestamp
        var history = History()
        var isHeld: Bool
        /// Tries in a row that brought no answer.
        var failures = 0
        var answer: String?
        /// When it was tried last, as a number that grows with each try; 0 if never.
        var turn = 0
        /// Whether it waits for an acquirer that is spared, and for nothing else.
        var isSpared = false

        var isTroubled: Bool { failures >= Schedule.troubledFrom }
    }

    /// Tries in a row without an answer after which a row is troubled.
    static let troubledFrom = 3
    /// Places that troubled rows may take at once; the others stay free for those that get on.
    static let troubledMax = 8

    private var entries: [Int64: Entry] = [:]
    private var busy: [OrderID: Int64] = [:]
    private var turns = 0
    /// The newest row that was read from the outbox.
    private(set) var newestRow: Int64 = 0

    package init() {}

    /// How many tries are under way.
    var underWay: Int { busy.count }

    /// Takes new rows in; after a restart they come with the time that was saved.
    ///
    /// - Parameter now: Ledger time may have gone on less than the world did while the daemon was away: nothing waits
    ///   longer from now than after a failure now. Nil leaves all as it was saved.
    mutating func add(_ works: [Work], at now: Timestamp? = nil) {
        for work in works {
            newestRow = max(newestRow, work.id)
            guard entries[work.id] == nil else { continue }
            let latest = now.map { $0 + Patience.afterFailure(tries: work.tries) }
            entries[work.id] = Entry(
                work: work, dueAt: min(work.dueAt, latest ?? work.dueAt), isHeld: work.isHeld, answer: work.lastAnswer)
        }
    }

    /// Takes the work that is due and whose order has nothing else under way.
    ///
    /// Of what is due since the same time, what was tried longest ago comes first: when an acquirer's rest is over, a
    /// row that fails again and again is not the one that tries each time.
    mutating func take(at now: Timestamp, limit: Int) -> [Work] {
        var taken: [Work] = []
        var places = troubledPlaces
        let due = entries.values.filter { $0.dueAt <= now && !$0.isHeld }
            .sorted { ($0.dueAt, $0.turn, $0.work.id) < ($1.dueAt, $1.turn, $1.work.id) }
        for entry in due where taken.count < limit && busy[entry.work.order] == nil {
            if entry.isTroubled {
                guard places > 0 else { continue }
                places -= 1
            }
            busy[entry.work.order] = entry.work.id
            taken.append(entry.work)
        }
        return taken
    }

    /// Places that are left for troubled rows.
    private var troubledPlaces: Int {
        Self.troubledMax - busy.values.count { entries[$0]?.isTroubled ?? false }
    }

    /// What was tried of the work since the start, this time included.
    mutating func countPoll(of work: Work) -> History {
        entries[work.id]?.history.polls += 1
        return entries[work.id]?.history ?? History(polls: 1)
    }

    /// Ends a try.
    ///
    /// - Parameter answer: what it brought, if it brought no answer.
    mutating func finish(
        _ work: Work, _ next: NextTry, doubt: String? = nil, answer: String? = nil
    ) {
        busy[work.order] = nil
        if let doubt { entries[work.id]?.history.doubts.insert(doubt) }
        switch next {
        case .never: entries[work.id] = nil
        case .spared(let time):
            entries[work.id]?.dueAt = time
            entries[work.id]?.isSpared = true
        case .at(let time):
            turns += 1
            entries[work.id]?.turn = turns
            entries[work.id]?.dueAt = time
            entries[work.id]?.isSpared = false
            entries[work.id]?.answer = answer
            if answer == nil {
                entries[work.id]?.failures = 0
            } else {
                entries[work.id]?.failures += 1
            }
        }
    }

    /// Makes the work of an order due at once.
    mutating func hurry(_ order: OrderID, at now: Timestamp) {
        for id in entries.keys where entries[id]?.work.order == order {
            entries[id]?.dueAt = now
        }
    }

    /// Makes the work due at once that waits for nothing but an acquirer that is spared: another row may try.
    mutating func hurrySpared(at now: Timestamp) {
        for (id, entry) in entries where entry.isSpared && entry.dueAt > now {
            entries[id]?.dueAt = now
        }
    }

    /// Makes all work due at once: the way to an acquirer has come back.
    mutating func hurryAll(at now: Timestamp) {
        for (id, entry) in entries where entry.dueAt > now {
            entries[id]?.dueAt = now
        }
    }

    /// Makes the work of orders due as if it had never been tried: a person wants that.
    mutating func flush(_ orders: Set<OrderID>, at now: Timestamp) {
        for (id, entry) in entries where orders.contains(entry.work.order) && !entry.isHeld {
            entries[id]?.dueAt = min(entry.dueAt, now)
            entries[id]?.history.polls = 0
            entries[id]?.failures = 0
        }
    }

    /// Notes which rows a person holds; the others go on when they are due.
    mutating func setHeld(_ rows: Set<Int64>) {
        for id in entries.keys { entries[id]?.isHeld = rows.contains(id) }
    }

    /// When the next piece of work is due that could be taken.
    var nextDue: Timestamp? { nextDue(room: .max) }

    /// When the next piece of work is due that could be taken.
    ///
    /// - Parameter room: places that are left; without one, the end of a try is what to wait for.
    func nextDue(room: Int) -> Timestamp? {
        guard room > 0 else { return nil }
        let mayTrouble = troubledPlaces > 0
        return entries.values.filter { entry in
            !entry.isHeld && busy[entry.work.order] == nil && (mayTrouble || !entry.isTroubled)
        }.map(\.dueAt).min()
    }

    /// What is known of the rows, for those who look at the queue.
    var sight: QueueBoard.Sight {
        var sight = QueueBoard.Sight()
        sight.underWay = busy
        sight.standings = entries.mapValues { entry in
            QueueBoard.Standing(
                dueAt: entry.dueAt, tries: entry.history.polls, lastAnswer: entry.answer)
        }
        return sight
    }
}

/// When a piece of work is tried again.
enum NextTry: Sendable, Hashable {
    /// It is not owed any more.
    case never
    /// Not before this time.
    case at(Timestamp)
    /// It was not tried, and is not before this time.
    case spared(Timestamp)
}
