// SPDX-License-Identifier: Apache-2.0

import Logging
import TillAPI
import TillCore

/// One line of the log.
struct LogLine {
    let at: Timestamp
    let level: Logger.Level
    let message: String
    /// What belongs to it, by name; `order` stands first.
    let fields: [(name: String, value: String)]

    init(at: Timestamp, level: Logger.Level, message: String, metadata: Logger.Metadata) {
        self.at = at
        self.level = level
        self.message = message
        fields = metadata.map { (name: $0.key, value: "\($0.value)") }
            .sorted { ($0.name == "order" ? 0 : 1, $0.name) < ($1.name == "order" ? 0 : 1, $1.name) }
    }

    /// The line without its end. Nothing that anybody sent can begin a new one.
    func text(_ style: LogStyle) -> String {
        let prefix = style.isJournal ? "<\(priority)>" : ""
        switch style.format {
        case .json: return prefix + json(withTime: !style.isJournal)
        case .text:
            let head = style.isJournal ? "" : "\(time) \(level.rawValue) tilld: "
            let rest = fields.map { " \($0.name)=\(Self.isPlain($0.value) ? $0.value : Self.quoted($0.value))" }
            return prefix + head + Self.oneLine(message) + rest.joined()
        }
    }

    /// How much it matters. Source: RFC 5424, section 6.2.1, and sd-daemon(3).
    private var priority: Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    private var time: String { WireTime(milliseconds: at.milliseconds).text }

    private static let own: Set<String> = ["at", "level", "message"]

    private func json(withTime: Bool) -> String {
        var members = withTime ? [("at", time)] : []
        members += [("level", level.rawValue), ("message", message)]
        members += fields.map { (Self.own.contains($0.name) ? "field_\($0.name)" : $0.name, $0.value) }
        return "{\(members.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ","))}"
    }

    private static func isPlain(_ value: String) -> Bool {
        !value.isEmpty
            && value.unicodeScalars.allSatisfy {
                $0 > " " && $0 != "\"" && $0 != "=" && $0 != "\\" && !$0.properties.isWhitespace && !isControl($0)
            }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }

    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    /// A text of JSON. Source: RFC 8259, section 7.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where isControl(scalar):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
