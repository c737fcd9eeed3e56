// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import PaymentService
@testable import TillStore

@Suite struct `A schedule of work` {
    private func work(_ id: Int64, _ order: OrderID, due: Int64 = 0) -> Work {
        Work(
            id: id, order: order, effect: .provider(.watch(AttemptReference("R\(id)"))),
            dueAt: Timestamp(milliseconds: due), tries: 0, lastAnswer: nil)
    }

    private let now = Timestamp(milliseconds: 0)

    @Test func `that was saved with a time far ahead waits no longer than after a failure`() {
        var schedule = Schedule()
        let now = Timestamp(milliseconds: 1_000_000)

        schedule.add([work(1, "A", due: 1_060_000)], at: now)

        #expect(schedule.take(at: now, limit: 9).isEmpty)
        #expect(schedule.take(at: now + .seconds(1), limit: 9).map(\.id) == [1])
    }

    @Test func `gives rows of one order one after the other, and lets others pass`() {
        var schedule = Schedule()
        schedule.add([work(1, "A"), work(2, "A"), work(3, "B")])

        let first = schedule.take(at: now, limit: 9).map(\.id)
        let blocked = schedule.take(at: now, limit: 9).map(\.id)
        schedule.finish(work(1, "A"), .never)
        let second = schedule.take(at: now, limit: 9).map(\.id)

        #expect(first == [1, 3])
        #expect(blocked == [])
        #expect(second == [2])
    }

    @Test func `gives no more than there is room for, the earliest first`() {
        var schedule = Schedule()
        schedule.add([work(1, "A", due: -1), work(2, "B", due: -3), work(3, "C", due: -2)])

        let taken = schedule.take(at: now, limit: 2).map(\.id)

        #expect(taken == [2, 3])
        #expect(schedule.underWay == 2)
    }

    @Test func `gives of what is due since the same time what was tried longest ago first`() {
        var schedule = Schedule()
        schedule.add([work(1, "A"), work(2, "B"), work(3, "C")])
        schedule.finish(work(1, "A"), .at(now), answer: "lost")
        schedule.finish(work(2, "B"), .spared(now))

        let taken = schedule.take(at: now, limit: 9).map(\.id)

        #expect(taken == [2, 3, 1])
    }

    @Test func `hurries what waits for an acquirer that is spared, and nothing else`() {
        var schedule = Schedule()
        schedule.add([work(1, "A"), work(2, "B")])
        let later = now + .seconds(8)
        schedule.finish(work(1, "A"), .spared(later))
        schedule.finish(work(2, "B"), .at(later), answer: "lost")

        schedule.hurrySpared(at: now)

        #expect(schedule.take(at: now, limit: 9).map(\.id) == [1])
    }

    @Test func `gives nothing before its time`() {
        var schedule = Schedule()
        schedule.add([work(1, "A", due: 1)])

        let early = schedule.take(at: now, limit: 9)
        let due = schedule.take(at: Timestamp(milliseconds: 1), limit: 9).map(\.id)

        #expect(early == [])
        #expect(due == [1])
    }

    @Test func `names the next time, and not that of orders that are busy`() {
        var schedule = Schedule()
        schedule.add([work(1, "A"), work(2, "A", due: 5), work(3, "B", due: 9)])
        _ = schedule.take(at: now, limit: 1)

        let whileBusy = schedule.nextDue
        schedule.finish(work(1, "A"), .at(Timestamp(milliseconds: 7)))
        let after = schedule.nextDue

        #expect(whileBusy == Timestamp(milliseconds: 9))
        #expect(after == Timestamp(milliseconds: 5))
    }

    @Test func `takes a row in once, however often it is told`() {
        var schedule = Schedule()
        schedule.add([work(1, "A")])
        _ = schedule.take(at: now, limit: 1)
        schedule.finish(work(1, "A"), .at(Timestamp(milliseconds: 50)))

        schedule.add([work(1, "A")])

        #expect(schedule.nextDue == Timestamp(milliseconds: 50))
        #expect(schedule.newestRow == 1)
    }

    @Test func `hurries one order, or all`() {
        var schedule = Schedule()
        schedule.add([work(1, "A", due: 50), work(2, "B", due: 60), work(3, "C", due: 70)])

        schedule.hurry("B", at: now)
        let one = schedule.take(at: now, limit: 9).map(\.id)
        schedule.hurryAll(at: now)
        let rest = schedule.take(at: now, limit: 9).map(\.id)

        #expect(one == [2])
        #expect(rest == [1, 3])
    }

    @Test func `counts how often a row was tried`() {
        var schedule = Schedule()
        let row = work(1, "A")
        schedule.add([row])

        let counts = [schedule.countPoll(of: row).polls, schedule.countPoll(of: row).polls]

        #expect(counts == [1, 2])
    }
}
