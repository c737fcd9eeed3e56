// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// The days of a shop, as its clocks on the wall have them.
package struct ShopCalendar: Sendable {
    private let utcOffset: @Sendable (Timestamp) -> Int

    /// Takes the seconds east of UTC at a moment.
    package init(utcOffset: @escaping @Sendable (Timestamp) -> Int) { self.utcOffset = utcOffset }

    /// Seconds east of UTC at a moment.
    package func offset(at time: Timestamp) -> Int { utcOffset(time) }

    /// The day that a moment falls on.
    package func day(of time: Timestamp) -> CalendarDay { CalendarDay(of: time, offset: .seconds(utcOffset(time))) }

    /// When a day begins; where clocks are set then, the day is shorter or longer.
    package func start(of day: CalendarDay) -> Timestamp {
        let midnight = day.start()
        // The offset of midnight UTC is that of local midnight, or of an hour beside it.
        let first = midnight + .seconds(-utcOffset(midnight))
        return midnight + .seconds(-utcOffset(first))
    }

    /// When the day ends that a moment falls on; always after it.
    package func end(of time: Timestamp) -> Timestamp {
        max(start(of: day(of: time).next), time + .milliseconds(1))
    }
}
