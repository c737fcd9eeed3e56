// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Testing

@Suite struct `till display health` {
    private static let well = #"""
        {"id":"payer","state":"ok","detail":null,"width":800,"height":480,"pixel_um":193,
        "code":{"modules":29,"module_px":12,"module_um":2316,"quiet_modules":4,"distance_mm":868,"farthest_mm":1158},
        "scan":{"result":"matches","at":"2026-03-01T09:02:00.000Z","is_sample":false},"glass":"as_sent","warnings":[]}
        """#
    private static let poor = #"""
        {"id":"back","state":"degraded","detail":"the last code could not be read from its picture","width":128,
        "height":64,"pixel_um":null,
        "code":{"modules":29,"module_px":2,"module_um":null,"quiet_modules":1.5,"distance_mm":null,"farthest_mm":null},
        "scan":{"result":"no_code","at":"2026-03-01T09:02:00.000Z","is_sample":true},"glass":"unreadable",
        "warnings":["the modules of its codes are small: a phone has to come close"]}
        """#
    private static let dark = #"""
        {"id":"side","state":"degraded","detail":"/dev/fb1 is not there","width":null,"height":null,"pixel_um":null,
        "code":null,"scan":null,"glass":"not_compared","warnings":[]}
        """#

    private func run(_ displays: String..., options: [String] = []) async throws -> TillRun {
        let page = "{\"displays\":[\(displays.joined(separator: ","))]}"
        let daemon = try Script.daemon(["GET /v1/displays": [.json(page)]])
        defer { daemon.stop() }
        return try await TillRun.till(["display", "health"] + options, to: daemon)
    }

    @Test func `says how large codes are, from how far away they are read, and when that was seen last`() async throws {
        let run = try await run(Self.well)

        #expect(
            run.out == """
                display   payer ok
                panel     800x480 pixels, a pixel is 0.19 mm
                code      29 modules of 12 px, 2.32 mm, quiet zone 4 modules
                distance  a phone reads it from 86 cm, a good one from 115 cm
                scanned   2026-03-01T09:02:00.000Z, a sale's code: it says what it should
                glass     reads back as it was sent

                """)
        #expect(run.status == 0)
    }

    @Test func `says what is not known, and what a person has to look at`() async throws {
        let run = try await run(Self.poor, Self.dark)

        #expect(
            run.out == """
                display   back degraded: the last code could not be read from its picture
                panel     128x64 pixels, size unknown
                code      29 modules of 2 px, quiet zone 1.5 modules
                distance  unknown, since nobody knows how large a pixel is: name the display's profile
                scanned   2026-03-01T09:02:00.000Z, a sample: it cannot be read
                glass     cannot be read back
                warning   the modules of its codes are small: a phone has to come close
                display   side degraded: /dev/fb1 is not there
                scanned   never
                glass     not compared yet

                """)
        #expect(run.status == 3)
    }

    @Test func `is a line of JSON for each screen`() async throws {
        let run = try await run(Self.well, Self.poor, options: ["--json"])

        #expect(run.lines.count == 2)
        #expect(run.out.contains(#""module_um":2316"#))
        #expect(run.status == 3)
    }
}
