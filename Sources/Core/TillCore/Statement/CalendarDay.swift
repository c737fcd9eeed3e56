// SPDX-License-Identifier: Apache-2.0

/// A day of the calendar, without a time and without a zone; spelled `2026-11-21`.
///
/// Source: ISO 8601, calendar date; proleptic Gregorian, years 1 to 9999.
public struct CalendarDay: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    /// The days that have a spelling of four digits for the year.
    public static let numbers = -719_162...2_932_896

    /// Makes a day from days since 1970-01-01; brought into the years 1 to 9999.
    public init(number: Int) {
        self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
    }

    /// The day that a point in time falls on, where clocks are `offset` ahead of UTC.
    public init(of time: Timestamp, offset: Duration = .zero) {
        let local = time + offset
        let day: Int64 = 86_400_000
        let (whole, rest) = local.milliseconds.quotientAndRemainder(dividingBy: day)
        self.init(number: Int(clamping: rest < 0 ? whole - 1 : whole))
    }

    /// Reads `yyyy-MM-dd`; nil for anything else, and for days that no calendar has.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.value(bytes[0..<4]), let month = Self.value(bytes[5..<7]),
            let day = Self.value(bytes[8..<10]), (1...9999).contains(year),
            (1...12).contains(month)
        else { return nil }
        let number = Self.number(year: year, month: month, day: day)
        self.init(number: number)
        // A day too many would be a day of the next month.
        guard day >= 1, self.number == number, description == text else { return nil }
    }

    /// `yyyy-MM-dd`.
    public var description: String {
        let (year, month, day) = parts
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    /// When the day begins, where clocks are `offset` ahead of UTC.
    public func start(offset: Duration = .zero) -> Timestamp {
        Timestamp(milliseconds: Int64(number) * 86_400_000) + (.zero - offset)
    }

    /// The day after.
    public var next: CalendarDay { CalendarDay(number: number + 1) }

    /// The day before.
    public var previous: CalendarDay { CalendarDay(number: number - 1) }

    public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

    /// Reads the spelling.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = CalendarDay(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a day is spelled yyyy-MM-dd")
        }
        self = day
    }

    /// Writes the spelling.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Year, month and day. Years begin in March here, so that the leap day is the last one.
    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
