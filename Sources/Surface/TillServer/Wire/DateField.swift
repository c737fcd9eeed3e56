// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization
import TillCore

/// The field `Date` of answers, made once a second at most, and only when somebody asks.
///
/// Source: RFC 9110, sections 5.6.7 and 6.6.1.
final class DateField: Sendable {
    private struct Made {
        var second = Int64.min
        var text = ""
    }

    private let wall: @Sendable () -> Timestamp
    private let made = Mutex(Made())

    /// Takes the wall clock.
    init(wall: @escaping @Sendable () -> Timestamp) { self.wall = wall }

    /// What the wall clock says: `Sun, 01 Mar 2026 09:00:01 GMT`.
    var text: String {
        let second = Int64((Double(wall().milliseconds) / 1000).rounded(.down))
        return made.withLock { made in
            if made.second != second { made = Made(second: second, text: Self.text(of: second)) }
            return made.text
        }
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The field for a second since 1970 UTC; the names are English in every locale.
    static func text(of second: Int64) -> String {
        var seconds = time_t(second)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
        let time = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(days[Int(parts.tm_wday)]), \(date) \(time) GMT"
    }
}
