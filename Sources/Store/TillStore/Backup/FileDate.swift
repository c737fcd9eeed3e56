// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// A time as a part of a file's name: `20270115T080000Z`, which sorts as it should.
package enum FileDate {
    /// Writes a time, in UTC.
    ///
    /// Source: RFC 3339, section 5.6, without its separators.
    package static func text(_ time: Timestamp) -> String {
        let day = CalendarDay(of: time)
        let second = Int(time.since(day.start()).components.seconds)
        let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return day.description.filter { $0 != "-" } + "T" + clock.joined() + "Z"
    }

    /// Reads what ``text(_:)`` writes; nil if it is not that.
    package static func time(_ text: String) -> Timestamp? {
        guard let parts = text.wholeMatch(of: /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/),
            let day = CalendarDay("\(parts.1)-\(parts.2)-\(parts.3)"),
            let hour = Int64(parts.4), let minute = Int64(parts.5), let second = Int64(parts.6),
            hour < 24, minute < 60, second < 60
        else { return nil }
        return day.start() + .seconds(hour * 3600 + minute * 60 + second)
    }
}
