// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import tilld

@Suite struct `A finding of the check` {
    private let finding = Finding.wrong("disk", "is full", remedy: "remove old logs", status: 74)

    @Test func `has its first word in a colour where there are colours, and reads the same`() {
        let plain = finding.line(isColoured: false)
        let coloured = finding.line(isColoured: true)

        #expect(plain == "wrong    disk           is full: remove old logs")
        #expect(coloured == "\u{1B}[1;31mwrong   \u{1B}[0m disk           is full: remove old logs")
    }

    @Test func `is an object for programs`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys

        let wrong = try encoder.encode(FindingLine(finding))
        let well = try encoder.encode(FindingLine(.ok("disk", "is fine")))

        #expect(
            String(decoding: wrong, as: UTF8.self)
                == #"{"remedy":"remove old logs","sentence":"is full","status":74,"subject":"disk","verdict":"wrong"}"#)
        #expect(
            String(decoding: well, as: UTF8.self)
                == #"{"sentence":"is fine","status":0,"subject":"disk","verdict":"ok"}"#)
    }
}
