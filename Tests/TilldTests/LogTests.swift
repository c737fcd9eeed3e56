// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Logging
import Synchronization
import Testing
import TillCore

@testable import tilld

@Suite struct `Lines of the log` {
    private static let noon = Timestamp(milliseconds: 1_800_000_000_250)

    /// What a logger writes of one line.
    private func written(
        _ style: LogStyle, _ metadata: Logger.Metadata, _ message: Logger.Message = "a slip waits",
        at level: Logger.Level = .warning
    ) -> String {
        let kept = Kept()
        var logger = Logger(label: "test") { _ in
            LineLogHandler(style: style, wall: { Self.noon }, write: { kept.add($0) })
        }
        logger.logLevel = .trace
        logger.log(level: level, message, metadata: metadata)
        return String(decoding: kept.bytes, as: UTF8.self)
    }

    private final class Kept: Sendable {
        private let all = Mutex<[UInt8]>([])
        var bytes: [UInt8] { all.withLock { $0 } }
        func add(_ bytes: [UInt8]) { all.withLock { $0 += bytes } }
    }

    @Test func `are sentences with what belongs to them, the sale first`() {
        let line = written(
            LogStyle(.text, isJournal: false),
            ["job": "J1", "order": "O1", "why": "the paper is out: put in a new roll"])

        #expect(
            line
                == "2027-01-15T08:00:00.250Z warning tilld: a slip waits order=O1 job=J1 why=\"the paper is out: put in a new roll\"\n"
        )
    }

    @Test(arguments: [
        (Logger.Level.critical, "<2>"), (.error, "<3>"), (.warning, "<4>"), (.notice, "<5>"), (.info, "<6>"),
        (.debug, "<7>"), (.trace, "<7>"),
    ]) func `tell the journal how much they matter, and not the time, which it knows`(
        _ level: Logger.Level, _ prefix: String
    ) {
        let line = written(LogStyle(.text, isJournal: true), ["order": "O1"], at: level)

        #expect(line == "\(prefix)a slip waits order=O1\n")
    }

    /// What an acquirer, a receiver or a printer could put into a line.
    @Test(arguments: [
        "a\n<0>tilld: all is well", "a\r\nb", "\u{1B}[2J", "\u{2028}", "\u{202E}dennep", "\u{0}", "say \"yes\"",
        "back\\slash", "a=b", "",
    ]) func `are one line each, whatever somebody sent`(_ value: String) throws {
        let style = LogStyle(.text, isJournal: false)

        let line = written(style, ["why": "\(value)"], "it said \(value)")
        let json = written(LogStyle(.json, isJournal: false), ["why": "\(value)"], "it said \(value)")

        #expect(line.unicodeScalars.count { $0.properties.generalCategory == .control } == 1)
        #expect(!line.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2028}" })
        #expect(line.hasSuffix("\"\n"))
        #expect(json.unicodeScalars.count { $0.properties.generalCategory == .control } == 1)
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
        #expect(object?["why"] == value)
        #expect(object?["message"] == "it said \(value)")
    }

    @Test func `are objects for programs, and nothing takes the place of their own members`() throws {
        let line = written(
            LogStyle(.json, isJournal: false), ["order": "O1", "level": "9", "message": "hidden", "at": "never"])

        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        #expect(
            object == [
                "at": "2027-01-15T08:00:00.250Z", "level": "warning", "message": "a slip waits", "order": "O1",
                "field_level": "9", "field_message": "hidden", "field_at": "never",
            ])
    }

    @Test func `keep what a logger always says`() {
        let kept = Kept()
        var logger = Logger(label: "test") { _ in
            LineLogHandler(style: LogStyle(.text, isJournal: true), wall: { Self.noon }, write: { kept.add($0) })
        }
        logger[metadataKey: "printer"] = "counter"

        logger.info("the roll goes on", metadata: ["order": "O1"])
        logger.debug("what nobody asked for")

        #expect(String(decoding: kept.bytes, as: UTF8.self) == "<6>the roll goes on order=O1 printer=counter\n")
    }

    @Test func `know the journal by the socket that it reads`() throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        let place = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
        let inode = place.filter(\.isNumber)
        func isJournal(_ text: String?, _ descriptor: Int32) -> Bool {
            LogStyle(
                .text, environment: text.map { ["JOURNAL_STREAM": $0] } ?? [:], descriptor: descriptor
            ).isJournal
        }

        #expect(place == "socket:[\(inode)]")
        #expect(isJournal("8:\(inode)", descriptor))
        #expect(!isJournal("8:\(inode)1", descriptor))
        #expect(!isJournal(nil, descriptor))
        #expect(!isJournal("", descriptor))
        #expect(!isJournal("8:\(inode)", -1))
    }
}

@Suite struct `The settings of log and figures` {
    @Test func `may be left out`() throws {
        let settings = try Configuration().read(Configuration.good)

        #expect(settings.logFormat == .text)
        #expect(!settings.api.opensMetrics)
    }

    @Test func `may stand in the environment`() throws {
        let settings = try Configuration().read(
            Configuration.good, environment: ["TILLD_LOG_FORMAT": "json", "TILLD_API_METRICS": "anybody"])

        #expect(settings.logFormat == .json)
        #expect(settings.api.opensMetrics)
    }

    @Test func `are refused if they are something else`() throws {
        let faults = try Configuration().faults(
            Configuration.good, environment: ["TILLD_LOG_FORMAT": "xml", "TILLD_API_METRICS": "yes"])

        #expect(faults.contains { $0.contains("log.format") && $0.contains("must be text or json") })
        #expect(faults.contains { $0.contains("api.metrics") && $0.contains("must be token or anybody") })
    }
}
