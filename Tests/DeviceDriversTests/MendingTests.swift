// SPDX-License-Identifier: Apache-2.0

import EscPos
import Testing

@testable import DeviceDrivers

@Suite struct `A stuck blade` {
    private static func condition(_ causes: UInt8) -> PrinterCondition {
        var condition = PrinterCondition()
        condition.note(causes: 0x12 | causes)
        return condition
    }
    private static let well = condition(0)
    private static let stuck = condition(0x40)
    private static let open = condition(0x44)

    @Test func `is left alone until the cover was open and is shut`() {
        var mending = Mending()

        let steps = [Self.well, Self.stuck, Self.stuck, Self.open, Self.open].map { mending.step($0) }
        let shut = mending.step(Self.stuck)

        #expect(steps.allSatisfy { $0 == .nothing })
        #expect(shut == .goOn)
    }

    @Test func `is told to go on only once`() {
        var mending = Mending()
        for condition in [Self.stuck, Self.open] { _ = mending.step(condition) }

        let steps = [Self.stuck, Self.stuck, Self.stuck].map { mending.step($0) }

        #expect(steps == [.goOn, .nothing, .nothing])
    }

    @Test func `is given up the second time`() {
        var mending = Mending()
        for condition in [Self.stuck, Self.open, Self.stuck, Self.well, Self.stuck, Self.open] {
            _ = mending.step(condition)
        }

        let step = mending.step(Self.stuck)

        #expect(step == .giveUp)
    }

    @Test func `that comes loose by itself does not count`() {
        var mending = Mending()
        for condition in [Self.stuck, Self.well, Self.stuck, Self.open] { _ = mending.step(condition) }

        let step = mending.step(Self.stuck)

        #expect(step == .goOn)
    }
}
