// SPDX-License-Identifier: Apache-2.0

import TillCore

/// A point in time as a calendar and a clock on the wall show it.
struct CivilTime: Hashable {
    /// The year of the Gregorian calendar.
    let year: Int64
    /// 1 to 12.
    let month: Int64
    /// 1 to 31.
    let day: Int64
    /// 0 to 23.
    let hour: Int64
    /// 0 to 59.
    let minute: Int64
    /// 0 to 59.
    let second: Int64

    /// The last second of the year 9999; later ones have no room on paper.
    private static let last: Int64 = 253_402_300_799
    private static let secondsPerDay: Int64 = 86_400

    /// Reads a point in time at a place.
    ///
    /// - Parameters:
    ///   - time: when; before 1970 and after 9999 are brought to those years.
    ///   - utcOffsetSeconds: east of UTC; at most 18 hours either way.
    init(_ time: Timestamp, utcOffsetSeconds: Int) {
        let offset = Int64(min(max(utcOffsetSeconds, -64_800), 64_800))
        let utc = min(max(time.milliseconds / 1000, 64_800), Self.last - 64_800)
        let local = utc + offset
        let days = local / Self.secondsPerDay
        let seconds = local % Self.secondsPerDay
        hour = seconds / 3600
        minute = seconds / 60 % 60
        second = seconds % 60

        // Years are counted from the first of March, so that the leap day is the last of a year, and
        // in eras of 400 years, which all have 146 097 days.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Date and time, such as `2026-07-27 14:32:05`.
    var dateAndTime: String { "\(date) \(timeOfDay)" }

    /// The day, such as `2026-07-27`.
    var date: String { "\(Self.padded(year, to: 4))-\(Self.padded(month))-\(Self.padded(day))" }

    /// The time of day with seconds, such as `14:32:05`.
    var timeOfDay: String { "\(hourAndMinute):\(Self.padded(second))" }

    /// The time of day, such as `14:32`.
    var hourAndMinute: String { "\(Self.padded(hour)):\(Self.padded(minute))" }

    private static func padded(_ number: Int64, to width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
    }
}
