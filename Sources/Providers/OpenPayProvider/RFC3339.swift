// SPDX-License-Identifier: Apache-2.0

import TillCore

/// Writes and reads points in time.
///
/// Source: RFC 3339, section 5.6.
enum RFC3339 {
    /// Writes a time in UTC with milliseconds; nil outside the years 1 to 9999.
    static func text(_ time: Timestamp) -> String? {
        let (year, month, day) = date(ofDay: floor(time.milliseconds, 86_400_000))
        guard (1...9999).contains(year) else { return nil }
        let rest = time.milliseconds - floor(time.milliseconds, 86_400_000) * 86_400_000
        let clock =
            "\(digits(rest / 3_600_000, 2)):\(digits(rest / 60_000 % 60, 2)):\(digits(rest / 1000 % 60, 2))"
        return
            "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))T\(clock).\(digits(rest % 1000, 3))Z"
    }

    /// Reads a time with its offset; nil for anything else. What is finer than a millisecond is dropped.
    static func time(_ text: String) -> Timestamp? {
        var rest = Substring(text)
        guard text.utf8.count <= 40,
            let year = number(&rest, 4), skip(&rest, "-"), let month = number(&rest, 2),
            skip(&rest, "-"), let day = number(&rest, 2), skip(&rest, "Tt "),
            let hour = number(&rest, 2), skip(&rest, ":"), let minute = number(&rest, 2),
            skip(&rest, ":"), let second = number(&rest, 2), let fraction = fraction(&rest),
            let offset = offset(&rest), rest.isEmpty,
            (1...9999).contains(year), (1...12).contains(month),
            (1...length(ofMonth: month, year)).contains(day),
            // A leap second is the last of its minute.
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let seconds =
            Self.day(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        return Timestamp(milliseconds: seconds * 1000 + fraction)
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar.
    private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        // Years that begin in March have their leap day at the end.
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return shifted * 365 + floor(shifted, 4) - floor(shifted, 100) + floor(shifted, 400)
            + dayOfYear - 719_468
    }

    private static func date(ofDay days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func digits(_ value: Int64, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    private static func number(_ rest: inout Substring, _ count: Int) -> Int64? {
        let digits = rest.prefix(count)
        guard digits.utf8.count == count, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        rest = rest.dropFirst(count)
        return Int64(digits)
    }

    private static func skip(_ rest: inout Substring, _ any: String) -> Bool {
        guard let first = rest.first, any.contains(first) else { return false }
        rest.removeFirst()
        return true
    }

    /// Milliseconds; none is 0.
    private static func fraction(_ rest: inout Substring) -> Int64? {
        guard skip(&rest, ".") else { return 0 }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        return Int64((digits + "00").prefix(3))
    }

    /// Minutes east of Greenwich.
    private static func offset(_ rest: inout Substring) -> Int64? {
        if skip(&rest, "Zz") { return 0 }
        let isWest = rest.first == "-"
        guard skip(&rest, "+-"), let hours = number(&rest, 2), skip(&rest, ":"),
            let minutes = number(&rest, 2), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
}
