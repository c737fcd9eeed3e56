// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `Whether the wall clock is believed` {
    private let clock = WorldClock(seed: 1)
    private let beginning = Timestamp(milliseconds: WorldClock.beginning)

    private func watch(
        after last: Timestamp? = nil, released: Timestamp = Timestamp(milliseconds: 0)
    ) -> ClockWatch {
        ClockWatch(
            wall: { [clock] in clock.wall }, continuous: clock.clocks.continuous, after: last,
            released: released)
    }

    @Test func `one that is later than release and journal is`() {
        let watch = watch(after: beginning + .seconds(-3600), released: beginning + .seconds(-7200))

        #expect(watch.fault == nil)
        #expect(!watch.mustAsk("main"))
    }

    @Test func `one of before the release is not`() {
        let released = beginning + .seconds(1)
        let watch = watch(released: released)

        #expect(watch.fault == .behind(wall: beginning, earliest: released))
        #expect(watch.mustAsk("main"))
        #expect("\(watch.fault, default: "")".contains("2026-06-01T00:00:00Z"))
    }

    @Test(arguments: [(300, true), (301, false)])
    func `one that lies before the journal's last entry is for five minutes`(
        seconds: Int, isBelieved: Bool
    ) {
        let watch = watch(after: beginning + .seconds(seconds))

        #expect((watch.fault == nil) == isBelieved)
    }

    @Test(arguments: [(400, true), (401, false)])
    func `one that lies long after the journal's last entry is for four hundred days`(
        days: Int, isBelieved: Bool
    ) {
        let watch = watch(after: beginning + .seconds(-days * 86_400))

        #expect((watch.fault == nil) == isBelieved)
    }

    @Test func `an acquirer confirms one that nobody would believe`() {
        let watch = watch(after: beginning + .seconds(86_400))
        let before = watch.fault

        watch.note(beginning + .seconds(2), of: "main")

        #expect(before != nil)
        #expect(watch.fault == nil)
    }

    @Test func `of two acquirers it is enough that one confirms it`() {
        let watch = watch()
        watch.note(beginning + .seconds(600), of: "main")
        let alone = watch.fault

        watch.note(beginning, of: "second")

        #expect(alone == .off(by: .seconds(-600), account: "main"))
        #expect(watch.fault == nil)
        #expect(watch.fault(of: "main") != nil)
        #expect(watch.fault(of: "second") == nil)
    }

    @Test(arguments: [(-271, true), (-270, false), (0, false), (270, false), (271, true)])
    func `it may be off by what signatures allow less a margin`(seconds: Int, isWrong: Bool) {
        let watch = watch()

        watch.note(beginning + .seconds(-seconds), of: "main")

        #expect(watch.offset(of: "main") == .seconds(seconds))
        #expect((watch.fault(of: "main") != nil) == isWrong)
        #expect(watch.mustAsk("main") == isWrong)
    }

    @Test func `a step shows at once, and setting it right heals at once`() {
        let watch = watch()
        watch.note(clock.wall, of: "main")
        clock.advance(milliseconds: 3_600_000)

        clock.stepWall(milliseconds: -7_200_000)
        let stepped = watch.fault(of: "main")
        clock.stepWall(milliseconds: 7_200_000)

        #expect(stepped == .off(by: .seconds(-7200), account: "main"))
        #expect("\(stepped, default: "")".contains("7200 s behind"))
        #expect(watch.fault(of: "main") == nil)
    }

    @Test(arguments: [(1999, false), (2000, true), (-1999, false), (-2000, true)])
    func `a step of two seconds is taken once, and time that passes is none`(
        milliseconds: Int, isStep: Bool
    ) {
        let watch = watch()
        clock.advance(milliseconds: 86_400_000)

        clock.stepWall(milliseconds: Int64(milliseconds))

        #expect(watch.takeStep() == (isStep ? .milliseconds(milliseconds) : nil))
        #expect(watch.takeStep() == nil)
    }
}
