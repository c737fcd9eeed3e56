// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

/// When each piece of work of a lane is tried next. In memory: after a restart all of it is due.
///
/// Rows of one order go one after the other; rows of other orders pass.
package struct Schedule: Sendable {
    private struct Entry {
        let work: Work
        var dueAt: Timestamp
        var history = History()
    }

    private var entries: [Int64: Entry] = [:]
    private var busy: [OrderID: Int64] = [:]
    /// The newest row that was read from the outbox.
    private(set) var newestRow: Int64 = 0

    package init() {}

    /// How many tries are under way.
    var underWay: Int { busy.count }

    /// Takes new rows in; after a restart they come with the time that was saved.
    mutating func add(_ works: [Work]) {
        for work in works {
            newestRow = max(newestRow, work.id)
            if entries[work.id] == nil { entries[work.id] = Entry(work: work, dueAt: work.dueAt) }
        }
    }

    /// Takes the work that is due and whose order has nothing else under way.
    mutating func take(at now: Timestamp, limit: Int) -> [Work] {
        var taken: [Work] = []
        let due = entries.values.filter { $0.dueAt <= now }
            .sorted { ($0.dueAt, $0.work.id) < ($1.dueAt, $1.work.id) }
        for entry in due where taken.count < limit && busy[entry.work.order] == nil {
            busy[entry.work.order] = entry.work.id
            taken.append(entry.work)
        }
        return taken
    }

    /// What was tried of the work since the start, this time included.
    mutating func countPoll(of work: Work) -> History {
        entries[work.id]?.history.polls += 1
        return entries[work.id]?.history ?? History(polls: 1)
    }

    /// Ends a try.
    mutating func finish(_ work: Work, _ next: NextTry, doubt: String? = nil) {
        busy[work.order] = nil
        if let doubt { entries[work.id]?.history.doubts.insert(doubt) }
        switch next {
        case .never: entries[work.id] = nil
        case .at(let time): entries[work.id]?.dueAt = time
        }
    }

    /// Makes the work of an order due at once.
    mutating func hurry(_ order: OrderID, at now: Timestamp) {
        for id in entries.keys where entries[id]?.work.order == order {
            entries[id]?.dueAt = now
        }
    }

    /// Makes all work due at once: the way to an acquirer has come back.
    mutating func hurryAll(at now: Timestamp) {
        for (id, entry) in entries where entry.dueAt > now {
            entries[id]?.dueAt = now
        }
    }

    /// When the next piece of work is due whose order has nothing under way.
    var nextDue: Timestamp? {
        entries.values.filter { busy[$0.work.order] == nil }.map(\.dueAt).min()
    }
}

/// When a piece of work is tried again.
enum NextTry: Sendable, Hashable {
    /// It is not owed any more.
    case never
    /// Not before this time.
    case at(Timestamp)
}
