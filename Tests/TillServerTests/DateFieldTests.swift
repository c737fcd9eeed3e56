// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import TillCore
import TillTesting

@testable import TillServer

@Suite struct `The date of an answer` {
    /// A clock that is moved by hand, both ways.
    private final class WallClock: Sendable {
        private let milliseconds = Mutex<Int64>(784_111_777_999)

        var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

        func move(_ distance: Int64) { milliseconds.withLock { $0 += distance } }
    }

    // Source: RFC 9110, section 5.6.7; the others by `date -u -R`.
    @Test(
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (1_709_208_000, "Thu, 29 Feb 2024 12:00:00 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] as [(Int64, String)])
    func `is written as the standard has it`(second: Int64, text: String) {
        let date = DateField { Timestamp(milliseconds: second * 1000 + 999) }

        #expect(date.text == text)
    }

    @Test func `follows the clock, also back`() {
        let clock = WallClock()
        let date = DateField { clock.now }

        let first = date.text
        clock.move(1)
        let next = date.text
        clock.move(-3_600_000)
        let back = date.text

        #expect(first == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(next == "Sun, 06 Nov 1994 08:49:38 GMT")
        #expect(back == "Sun, 06 Nov 1994 07:49:38 GMT")
    }

    @Test func `is that of the terminal's own clock`() async throws {
        try await Shop.open { shop in
            let expected = DateField { shop.clock.wall }.text

            let reply = try await shop.send(.get("/v1/health"))

            #expect(reply.fields["date"] == expected)
        }
    }
}
