// SPDX-License-Identifier: Apache-2.0

extension WireTime {
    /// The time as RFC 3339 text in UTC with three decimals: `"2026-03-01T09:00:00.000Z"`.
    public var text: String {
        let (days, ofDay) = milliseconds.dividedFloor(by: 86_400_000)
        let date = CivilDate(daysSince1970: days)
        let time = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60]
        return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2) + "T"
            + time.map { digits($0, 2) }.joined(separator: ":") + "." + digits(ofDay % 1000, 3)
            + "Z"
    }

    private func digits(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// Reads RFC 3339 text, such as `2026-03-01T09:00:00.000Z` or `2026-03-01T10:00:00+01:00`.
    ///
    /// It is nil for anything else, for days that no calendar has, and for a leap second anywhere
    /// but at the last second of a day of UTC.
    public init?(text: String) {
        // The longest sensible form has nine decimals and an offset: 35 bytes.
        guard text.utf8.count <= 40 else { return nil }
        var bytes = Array(text.utf8)[...]
        guard let year = bytes.takeNumber(4), bytes.take("-"),
            let month = bytes.takeNumber(2), (1...12).contains(month), bytes.take("-"),
            let day = bytes.takeNumber(2), day >= 1,
            day <= CivilDate.daysIn(month: month, of: year), bytes.take("T", "t"),
            let hour = bytes.takeNumber(2), hour < 24, bytes.take(":"),
            let minute = bytes.takeNumber(2), minute < 60, bytes.take(":"),
            let second = bytes.takeNumber(2), second <= 60,
            let fraction = bytes.takeFraction(), let offset = bytes.takeOffset(), bytes.isEmpty
        else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        if second == 60 {
            // The count already names the second after the leap second, which starts a day.
            guard seconds.dividedFloor(by: 86_400).remainder == 0 else { return nil }
        }
        let milliseconds = seconds * 1000 + (second == 60 ? 0 : fraction)
        guard Self.range.contains(milliseconds) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func take(_ choices: Character...) -> Bool {
        guard let byte = first, choices.contains(where: { $0.asciiValue == byte }) else {
            return false
        }
        removeFirst()
        return true
    }

    fileprivate mutating func takeNumber(_ width: Int) -> Int64? {
        guard count >= width else { return nil }
        var number: Int64 = 0
        for byte in prefix(width) {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        removeFirst(width)
        return number
    }

    /// Milliseconds of the second; nil if a point has no digit after it.
    fileprivate mutating func takeFraction() -> Int64? {
        guard take(".") else { return 0 }
        var number: Int64 = 0
        var scale: Int64 = 100
        var taken = 0
        while let digit = takeNumber(1) {
            number += digit * scale
            scale /= 10
            taken += 1
        }
        return taken > 0 ? number : nil
    }

    /// Minutes east of UTC.
    fileprivate mutating func takeOffset() -> Int64? {
        if take("Z", "z") { return 0 }
        let east = take("+")
        guard east || take("-"), let hours = takeNumber(2), hours < 24, take(":"),
            let minutes = takeNumber(2), minutes < 60
        else { return nil }
        return (east ? 1 : -1) * (hours * 60 + minutes)
    }
}
