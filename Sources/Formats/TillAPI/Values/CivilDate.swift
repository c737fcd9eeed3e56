// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, also before it was introduced.
///
/// The year is counted from March, so that the leap day is its last one; 400 years are always
/// 146 097 days.
struct CivilDate: Hashable {
    /// The year; 0 is the one before 1.
    let year: Int64
    /// 1 to 12.
    let month: Int64
    /// 1 to 31.
    let day: Int64

    /// Takes a day that exists.
    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Counts from the first of January 1970.
    init(daysSince1970 days: Int64) {
        let (era, dayOfEra) = (days + Self.shift).dividedFloor(by: Self.daysOfEra)
        // Takes the leap days out, so that 365 divides what is left.
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    /// Days since the first of January 1970, negative before.
    var daysSince1970: Int64 {
        let fromMarch = year - (month <= 2 ? 1 : 0)
        let (era, yearOfEra) = fromMarch.dividedFloor(by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * Self.daysOfEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - Self.shift
    }

    /// How many days a month has.
    static func daysIn(month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static let daysOfEra: Int64 = 146_097
    /// Days from the first of March of the year 0000 to the first of January 1970.
    private static let shift: Int64 = 719_468
}
