// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TillAPI

@Suite struct `Times on the wire` {
    @Test(
        arguments: [
            ("1985-04-12T23:20:50.52Z", 482_196_050_520),
            ("1996-12-19T16:39:57-08:00", 851_042_397_000),
            ("1990-12-31T23:59:60Z", 662_688_000_000),
            ("1990-12-31T15:59:60-08:00", 662_688_000_000),
            ("1937-01-01T12:00:27.87+00:20", -1_041_337_172_130), ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29t12:00:00z", 951_825_600_000),
            ("2026-03-01T09:00:00.1239999Z", 1_772_355_600_123),
            ("0000-01-01T00:00:00Z", -62_167_219_200_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
            ("2026-03-01T00:00:00-00:00", 1_772_323_200_000),
        ] as [(String, Int64)])
    func `the forms of the RFC are read`(text: String, milliseconds: Int64) {
        #expect(WireTime(text: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "now", "2026-03-01", "2026-03-01T09:00:00", "2026-03-01 09:00:00Z",
        "2026-3-1T09:00:00Z",
        "2026-13-01T09:00:00Z", "2026-00-01T09:00:00Z", "2026-02-29T09:00:00Z",
        "1900-02-29T09:00:00Z",
        "2026-04-31T09:00:00Z", "2026-03-00T09:00:00Z", "2026-03-01T24:00:00Z",
        "2026-03-01T09:60:00Z",
        "2026-03-01T09:00:61Z", "2026-03-01T09:00:60Z", "2026-03-01T09:00:00.Z",
        "2026-03-01T09:00:00,5Z",
        "2026-03-01T09:00:00+24:00", "2026-03-01T09:00:00+01", "2026-03-01T09:00:00+0100",
        "2026-03-01T09:00:00ZZ",
        "2026-03-01T09:00:00Z ", "+2026-03-01T09:00:00Z", "-001-03-01T09:00:00Z",
        "２026-03-01T09:00:00Z",
        "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:60Z", "9999-12-31T23:59:59-00:01",
        "2026-03-01T09:00:00." + String(repeating: "0", count: 60) + "Z",
    ])
    func `anything else is not`(text: String) {
        #expect(WireTime(text: text) == nil)
    }

    @Test func `a time beyond four digits of a year becomes the nearest that can be written`() {
        #expect(WireTime(milliseconds: .max).text == "9999-12-31T23:59:59.999Z")
        #expect(WireTime(milliseconds: .min).text == "0000-01-01T00:00:00.000Z")
    }

    @Test(arguments: 1...4)
    func `every time survives being written and read, in any zone`(seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed))

        for _ in 0..<5_000 {
            let time = WireTime(milliseconds: Int64.random(in: WireTime.range, using: &random))
            let minutes = Int64.random(in: -1439...1439, using: &random)
            let local = WireTime(milliseconds: time.milliseconds + minutes * 60_000)
            let zone =
                "\(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60)):\(two(abs(minutes) % 60))"

            #expect(WireTime(text: time.text) == time)
            if local.milliseconds == time.milliseconds + minutes * 60_000 {
                #expect(WireTime(text: local.text.dropLast() + zone) == time)
            }
        }
    }

    @Test func `order of text is order of time`() {
        var random = SeededNumbers(seed: 5)
        let times = (0..<1000).map { _ in
            WireTime(milliseconds: Int64.random(in: WireTime.range, using: &random))
        }

        let sorted = times.sorted()

        #expect(sorted.map(\.text) == times.map(\.text).sorted())
    }

    /// The judge is `date` of the GNU core utilities.
    @Test func `the calendar is that of the system's own date command`() throws {
        var random = SeededNumbers(seed: 6)
        let seconds = (0..<3_000).map { _ in
            Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "wire-times-\(getpid())")
        try seconds.map { "@\($0)\n" }.joined().write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/date")
        process.arguments = ["-u", "-f", file.path, "+%FT%T.000Z"]
        let pipe = Pipe()
        process.standardOutput = pipe

        try process.run()
        let judged = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()

        let ours = seconds.map { WireTime(milliseconds: $0 * 1000).text }
        #expect(judged.split(separator: "\n").map(String.init) == ours)
    }

    private func two(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
