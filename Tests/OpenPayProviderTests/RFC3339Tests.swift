// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore

@testable import OpenPayProvider

/// Foundation is the judge, from the day on which its calendar becomes the Gregorian one.
@Suite struct `Times on the wire` {
    /// Milliseconds since 1970, from 15 October 1582 to the year 9999.
    static let samples: [Int64] = (0..<600).map { step in
        -12_219_292_800_000 + Int64(step) * 6_364_136_223_846_793 % 265_621_593_600_000
    }

    @Test func `a time is written as Foundation writes it, and read back`() throws {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

        for milliseconds in Self.samples {
            let text = try #require(RFC3339.text(Timestamp(milliseconds: milliseconds)))

            let date = try style.parse(text)
            #expect(Int64((date.timeIntervalSince1970 * 1000).rounded()) == milliseconds, "\(text)")
            #expect(RFC3339.time(text) == Timestamp(milliseconds: milliseconds), "\(text)")
        }
    }

    @Test(arguments: [
        ("2026-01-01T00:00:00Z", 0), ("2026-01-01T08:00:00+08:00", 0),
        ("2025-12-31t19:30:00.5-04:30", 500),
        ("2026-01-01 00:00:00.123456789z", 123), ("2025-12-31T23:59:60Z", 0),
        ("2026-01-01T00:00:00.04+00:00", 40),
    ])
    func `an offset and a fraction are read`(text: String, after: Int64) {
        #expect(RFC3339.time(text) == Timestamp(milliseconds: 1_767_225_600_000 + after))
    }

    @Test(arguments: [
        "", "2026-01-01", "2026-01-01T00:00:00", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00+0800", "2026-01-01T00:00:00+08:60", "2026-01-01T00:00:00Zx",
        "+026-01-01T00:00:00Z",
        "٢٠٢٦-01-01T00:00:00Z", "2026-01-01T00:00:00.٣Z", "0000-01-01T00:00:00Z",
        " 2026-01-01T00:00:00Z",
    ])
    func `another text is no time`(text: String) {
        #expect(RFC3339.time(text) == nil)
    }

    @Test func `a time beyond four digits is not written`() {
        let edge = Timestamp(milliseconds: 253_402_300_799_999)

        #expect(RFC3339.text(edge) == "9999-12-31T23:59:59.999Z")
        #expect(RFC3339.text(edge + .milliseconds(1)) == nil)
        #expect(RFC3339.text(Timestamp(milliseconds: .min)) == nil)
    }
}
