// SPDX-License-Identifier: Apache-2.0

import Glibc
import TillAPI

/// The story of a sale on a terminal's screen.
enum StoryText {
    /// A day, then a step a line: `12:03:07  The acquirer said …`.
    static func lines(_ sentences: [SentenceResource]) -> [String] {
        var lines: [String] = []
        var day = ""
        for sentence in sentences {
            let when = local(sentence.wall)
            if when.day != day {
                lines.append(when.day)
                day = when.day
            }
            lines.append("\(when.time)  \(sentence.text)")
        }
        return lines
    }

    /// The day and the time of day where the terminal is.
    private static func local(_ time: WireTime) -> (day: String, time: String) {
        var seconds = time_t(time.milliseconds / 1000)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return (time.text, time.text) }
        return (
            "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))",
            "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        )
    }

    private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
