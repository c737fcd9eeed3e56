// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore

@Suite struct `A day of the calendar` {
    @Test func `is spelled as Foundation spells it, for every day of 400 years`() {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt

        for number in -73_000...73_000 {
            let day = CalendarDay(number: number)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let (year, month, date) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            guard day.description == String(format: "%04d-%02d-%02d", year, month, date),
                CalendarDay(day.description) == day
            else {
                Issue.record("day \(number) is spelled \(day)")
                break
            }
        }
    }

    @Test(arguments: [
        "", "2026-1-01", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-31",
        "0000-01-01", "2026/11/21", "2026-11-21 ", "20261121", "２026-11-21", "-026-11-21",
    ])
    func `is not read from what is none`(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(arguments: [
        (0, "1970-01-01"), (86_399_999, "1970-01-01"), (86_400_000, "1970-01-02"),
        (-1, "1969-12-31"), (4_102_444_800_000, "2100-01-01"), (2_147_483_648_000, "2038-01-19"),
    ])
    func `is the one that a point in time falls on`(milliseconds: Int, text: String) {
        let time = Timestamp(milliseconds: Int64(milliseconds))

        #expect(CalendarDay(of: time).description == text)
    }

    @Test func `begins where the acquirer's clocks say`() throws {
        let day = try #require(CalendarDay("2026-11-21"))
        let china: Duration = .seconds(8 * 3600)

        #expect(CalendarDay(of: day.start(offset: china), offset: china) == day)
        #expect(
            CalendarDay(of: day.start(offset: china) + .milliseconds(-1), offset: china)
                == day.previous)
        #expect(day.start().since(day.start(offset: china)) == china)
        #expect(day.next.previous == day)
    }

    @Test func `stays within the years that can be spelled`() {
        let far = CalendarDay(number: .max)

        #expect(far.description == "9999-12-31")
        #expect(far.next == far)
        #expect(CalendarDay(number: .min).description == "0001-01-01")
    }
}
